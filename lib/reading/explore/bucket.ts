import { DAY_MS, MINUTE_MS } from '@/lib/format/time-units';
import type { LineSearch } from './schema';

/** More than a screen has columns; keeps an answer below some 100 KB. */
export const MAX_HISTOGRAM_BUCKETS = 1500;
const WANTED_BUCKETS = 60;

/** Lengths that people read well, in seconds. */
const NICE_SECONDS = [60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800];

/** Milliseconds since 1970, `toMs` not included. */
export type CountedRange = { fromMs: number; toMs: number };

/** The end of the last minute of year 9999. */
const MAX_TO_MS = Date.UTC(10_000, 0, 1) - MINUTE_MS;

/**
 * The range of a count: whole minutes around the requested range; without `from`, the day before `to` or before now.
 */
export function countedRange({ from, to }: Pick<LineSearch, 'from' | 'to'>, nowMs: number): CountedRange {
  const toMs = to === undefined ? Math.max(nowMs, (from === undefined ? nowMs : Date.parse(from)) + 1) : Date.parse(to);
  const fromMs = from === undefined ? toMs - DAY_MS : Date.parse(from);
  return {
    fromMs: Math.floor(fromMs / MINUTE_MS) * MINUTE_MS,
    toMs: Math.min(MAX_TO_MS, Math.ceil(toMs / MINUTE_MS) * MINUTE_MS),
  };
}

/** The same filters with the counted range instead of their own. */
export const searchWithin = (
  search: LineSearch,
  { fromMs, toMs }: CountedRange,
): LineSearch & { from: string; to: string } => ({
  ...search,
  from: new Date(fromMs).toISOString(),
  to: new Date(toMs).toISOString(),
});

/** The shortest nice length that needs no more than some 60 buckets; beyond the list, as many weeks as it takes. */
export function defaultBucketSeconds({ fromMs, toMs }: CountedRange): number {
  const seconds = (toMs - fromMs) / 1000 / WANTED_BUCKETS;
  const week = NICE_SECONDS.at(-1) ?? 604_800;
  return NICE_SECONDS.find((nice) => nice >= seconds) ?? Math.ceil(seconds / week) * week;
}

/** Starts of the buckets that cover the range, in milliseconds; multiples of the length since 1970. */
export function bucketStarts({ fromMs, toMs }: CountedRange, bucketSeconds: number): number[] {
  const bucketMs = bucketSeconds * 1000;
  const first = Math.floor(fromMs / bucketMs) * bucketMs;
  return Array.from({ length: bucketCount({ fromMs, toMs }, bucketSeconds) }, (_, index) => first + index * bucketMs);
}

export function bucketCount({ fromMs, toMs }: CountedRange, bucketSeconds: number): number {
  const bucketMs = bucketSeconds * 1000;
  return Math.ceil(toMs / bucketMs) - Math.floor(fromMs / bucketMs);
}

/** A range in whole units of `unitMs` and the rest at both ends; a range without a whole unit is all edge. */
export type SplitRange = { whole: CountedRange | null; edges: CountedRange[] };

export function splitRange({ fromMs, toMs }: CountedRange, unitMs: number): SplitRange {
  const first = Math.ceil(fromMs / unitMs) * unitMs;
  const last = Math.floor(toMs / unitMs) * unitMs;
  if (first >= last) return { whole: null, edges: [{ fromMs, toMs }] };
  const edges = [
    { fromMs, toMs: first },
    { fromMs: last, toMs },
  ];
  return { whole: { fromMs: first, toMs: last }, edges: edges.filter((edge) => edge.fromMs < edge.toMs) };
}
