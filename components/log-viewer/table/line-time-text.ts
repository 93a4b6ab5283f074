import { formatBeside } from '@/lib/format/date-time';
import type { TimeMode } from '../list/use-view-prefs';

type TimeContext = { mode: TimeMode; zone: string; runStartMs: number; previousMs: number | null };

/** `+28.412s`, `−0.003s`: seconds with a sign, to the millisecond; hours stay seconds so that columns compare. */
export const formatOffset = (ms: number): string => `${ms < 0 ? '−' : '+'}${(Math.abs(ms) / 1000).toFixed(3)}s`;

/**
 * The time column: clock, or seconds since the run's start, or since the line above. A clock time shows its date and
 * offset only where they differ from those of the run's start, which the heading names.
 */
export function lineTimeText(timeMs: number, { mode, zone, runStartMs, previousMs }: TimeContext): string {
  switch (mode) {
    case 'absolute':
      return formatBeside(timeMs, runStartMs, zone);
    case 'relative':
      return formatOffset(timeMs - runStartMs);
    case 'delta':
      return previousMs === null ? '' : formatOffset(timeMs - previousMs);
    default:
      return mode satisfies never;
  }
}
