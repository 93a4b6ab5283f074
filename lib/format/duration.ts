import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from './time-units';

const padded = (value: number): string => String(value).padStart(2, '0');

/**
 * `840ms`, `9.2s`, `48s`, `12m 04s`, `3h 07m`, `2d 05h`: two units at most, rounded down, so that a ticking duration
 * never shows a second that has not passed. Negative input (clocks that disagree) counts as 0.
 */
export function formatDuration(durationMs: number): string {
  const ms = Math.max(0, Math.floor(durationMs));
  if (ms < SECOND_MS) return `${ms}ms`;
  if (ms < 10 * SECOND_MS) return `${(Math.floor(ms / 100) / 10).toFixed(1)}s`;
  if (ms < MINUTE_MS) return `${Math.floor(ms / SECOND_MS)}s`;
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)}m ${padded(Math.floor((ms % MINUTE_MS) / SECOND_MS))}s`;
  if (ms < DAY_MS) return `${Math.floor(ms / HOUR_MS)}h ${padded(Math.floor((ms % HOUR_MS) / MINUTE_MS))}m`;
  return `${Math.floor(ms / DAY_MS)}d ${padded(Math.floor((ms % DAY_MS) / HOUR_MS))}h`;
}

/** As `formatDuration` in whole seconds: for durations that tick, whose width should not flicker. */
export const formatTickingDuration = (durationMs: number): string =>
  durationMs < 10 * SECOND_MS ? `${Math.max(0, Math.floor(durationMs / SECOND_MS))}s` : formatDuration(durationMs);
