import type { RunDetail, UsualDuration } from './schema';

const UNITS = [
  { unit: 'h', ms: 3_600_000, from: 2 * 3_600_000, digits: 1 },
  { unit: 'm', ms: 60_000, from: 5 * 60_000, digits: 0 },
  { unit: 'm', ms: 60_000, from: 3 * 60_000, digits: 1 },
  { unit: 's', ms: 1000, from: 10_000, digits: 0 },
  { unit: 's', ms: 1000, from: 0, digits: 1 },
] as const;

/** `7–8m`, `48–52s`, `2.5h`: median to 90th percentile in one unit, to the nearest; equal ends are one. */
export function formatUsualDuration({ medianMs, p90Ms }: Pick<UsualDuration, 'medianMs' | 'p90Ms'>): string {
  const { unit, ms, digits } = UNITS.find(({ from }) => p90Ms >= from) ?? UNITS[4];
  const [from, to] = [medianMs, p90Ms].map((durationMs) => (durationMs / ms).toFixed(digits));
  return from === to ? `${to}${unit}` : `${from}–${to}${unit}`;
}

/** True when slower than nine of ten runs, by more than a negligible second. */
export const isSlow = (durationMs: number, { p90Ms }: Pick<UsualDuration, 'p90Ms'>): boolean =>
  durationMs > p90Ms + 1000;

/** ISO time at which a running run ends if it takes as long as the median; null when that cannot be told. */
export function expectedEnd({
  status,
  startedAt,
  usualDuration,
}: Pick<RunDetail, 'status' | 'startedAt' | 'usualDuration'>): string | null {
  if (status !== 'running' || !usualDuration) return null;
  return new Date(Date.parse(startedAt) + usualDuration.medianMs).toISOString();
}
