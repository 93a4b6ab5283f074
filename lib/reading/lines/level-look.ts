import type { Level } from '@/lib/store/chunks/level';

/** How a level looks everywhere: its letter tells it apart without colour. */
export const LEVEL_LOOK = {
  DEBUG: { letter: 'D', tone: 'level-debug' },
  INFO: { letter: 'I', tone: 'level-info' },
  WARNING: { letter: 'W', tone: 'level-warning' },
  ERROR: { letter: 'E', tone: 'level-error' },
  CRITICAL: { letter: 'C', tone: 'level-critical' },
} as const satisfies Record<Level, { letter: string; tone: `level-${string}` }>;
