import type { ChartLine } from '@/lib/analysis/insights/chart';

export type LineShape = 'circle' | 'square' | 'triangle' | 'diamond';
const MARKS = ['circle', 'square', 'triangle', 'diamond'] as const satisfies readonly LineShape[];
/** As many as app/globals.css has bars of phases, all 3:1 on every ground. */
const COLOURS = 8;

export type LineLook = { colour: string; mark: LineShape };

const NAMED = {
  all: { colour: 'var(--accent)', mark: 'circle' },
  bad: { colour: 'var(--status-bad)', mark: 'circle' },
  warn: { colour: 'var(--status-warn)', mark: 'square' },
  error: { colour: 'var(--level-error)', mark: 'circle' },
  critical: { colour: 'var(--level-critical)', mark: 'square' },
} as const satisfies Record<string, LineLook>;

/** Colour and mark: of eleven lines no two have both. */
export function lineLook(look: ChartLine['look']): LineLook {
  if (typeof look !== 'number') return NAMED[look];
  const mark = MARKS[Math.floor(look / COLOURS + look) % MARKS.length] ?? 'circle';
  return { colour: `var(--phase-${(look % COLOURS) + 1})`, mark };
}

/** The line of everything before, where each line's own would hide the others. */
export const BEFORE_COLOUR = 'var(--muted)';
const MOST_OWN_BEFORE = 3;
/** Whether each line has its own dashed one; else one stands for all. */
export const hasOwnBefore = (lines: readonly ChartLine[]): boolean => lines.length <= MOST_OWN_BEFORE;
