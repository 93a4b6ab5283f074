const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_S = 24 * HOUR_S;

/**
 * `just now`, `12s ago`, `5m ago`, `3h ago`, `2d ago`, `in 4m`; a future of some seconds means that two clocks
 * disagree.
 */
export function formatRelativeTime(timeMs: number, nowMs: number): string {
  const ageSeconds = Math.floor((nowMs - timeMs) / 1000);
  if (ageSeconds > -MINUTE_S && ageSeconds < 5) return 'just now';
  const span = formatSpan(Math.abs(ageSeconds));
  return ageSeconds < 0 ? `in ${span}` : `${span} ago`;
}

function formatSpan(seconds: number): string {
  if (seconds < MINUTE_S) return `${seconds}s`;
  if (seconds < HOUR_S) return `${Math.floor(seconds / MINUTE_S)}m`;
  if (seconds < DAY_S) return `${Math.floor(seconds / HOUR_S)}h`;
  return `${Math.floor(seconds / DAY_S)}d`;
}
