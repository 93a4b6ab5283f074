import type { RunStatus } from '@/lib/runs/status';

/**
 * How a run looks as one bar of many: the worse it went the taller, so that failures stand out without colour, and
 * hollow where the end is not known.
 */
export const HISTORY_LOOK = {
  queued: { heightPercent: 25, isHollow: true },
  running: { heightPercent: 45, isHollow: true },
  succeeded: { heightPercent: 45, isHollow: false },
  partial: { heightPercent: 75, isHollow: false },
  failed: { heightPercent: 100, isHollow: false },
  cancelled: { heightPercent: 25, isHollow: false },
  stale: { heightPercent: 75, isHollow: true },
} as const satisfies Record<RunStatus, { heightPercent: number; isHollow: boolean }>;
