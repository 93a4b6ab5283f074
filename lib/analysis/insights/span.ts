import { AppError } from '@/lib/errors';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/format/time-units';
import { bucketCount, countedRange, type CountedRange } from '@/lib/reading/explore/bucket';

/** As many points as a line of a chart can show on a wide screen. */
export const MAX_INSIGHT_BUCKETS = 400;
/** A chart of so many points can be read; the server then takes a longer bucket. */
const WANTED_BUCKETS = 100;
const WEEK_MS = 7 * DAY_MS;
/** Buckets of an hour, 3 h, 6 h, a day, a week. */
const BUCKETS_MS = [HOUR_MS, 3 * HOUR_MS, 6 * HOUR_MS, DAY_MS, WEEK_MS];
/** A Monday: weeks begin there, and so does whatever divides a week. */
const ANCHOR_MS = Date.UTC(1970, 0, 5);
/** The first time that PostgreSQL and ISO 8601 both write without a sign. */
const FIRST_MS = Date.parse('0001-01-01T00:00:00Z');

/** What is counted: a range in buckets, and the same range so many whole weeks earlier. */
export type InsightSpan = { range: CountedRange; bucketMs: number; shiftMs: number };
export type InsightSpanQuery = { from?: string; to?: string; bucketSeconds?: number };

/** The start of a time's bucket, in milliseconds since 1970. */
export const insightBucketStart = (timeMs: number, bucketMs: number): number =>
  Math.floor((timeMs - ANCHOR_MS) / bucketMs) * bucketMs + ANCHOR_MS;

/** Starts of all buckets of the range, those without anything too. */
export function insightBucketStarts({ range, bucketMs }: Pick<InsightSpan, 'range' | 'bucketMs'>): number[] {
  const first = insightBucketStart(range.fromMs, bucketMs);
  return Array.from({ length: countBuckets(range, bucketMs) }, (_, index) => first + index * bucketMs);
}

const countBuckets = ({ fromMs, toMs }: CountedRange, bucketMs: number): number =>
  bucketCount({ fromMs: fromMs - ANCHOR_MS, toMs: toMs - ANCHOR_MS }, bucketMs / 1000);

/** The shortest bucket that needs no more than some 100; beyond a week, as many weeks as it takes. */
export function chooseBucketMs(range: CountedRange): number {
  const leastMs = (range.toMs - range.fromMs) / WANTED_BUCKETS;
  return BUCKETS_MS.find((ms) => ms >= leastMs) ?? Math.ceil(leastMs / WEEK_MS) * WEEK_MS;
}

/** By default the last 7 days. Throws `invalid_request` for a bucket too short for the range. */
export function planInsightSpan({ from, to, bucketSeconds }: InsightSpanQuery, nowMs: number): InsightSpan {
  const range = countedRange({ from: from ?? weekBefore(to === undefined ? nowMs : Date.parse(to)), to }, nowMs);
  const bucketMs = bucketSeconds === undefined ? chooseBucketMs(range) : bucketSeconds * 1000;
  const count = countBuckets(range, bucketMs);
  if (count > MAX_INSIGHT_BUCKETS) {
    throw new AppError(
      'invalid_request',
      `The range has ${count} buckets, at most ${MAX_INSIGHT_BUCKETS} are answered.`,
      {
        errors: [
          {
            field: 'bucketSeconds',
            detail: `expected at least ${Math.ceil(count / MAX_INSIGHT_BUCKETS)} times as much, or none`,
          },
        ],
      },
    );
  }
  return { range, bucketMs, shiftMs: shiftOf(range) };
}

const weekBefore = (timeMs: number): string => new Date(Math.max(FIRST_MS, timeMs - WEEK_MS)).toISOString();

/** Whole weeks, so that a Monday is compared with a Monday; as many as the range is long, but for what rounding made it longer. */
const shiftOf = ({ fromMs, toMs }: CountedRange): number =>
  Math.max(1, Math.ceil((toMs - fromMs - ROUNDED_MS) / WEEK_MS)) * WEEK_MS;
/** Both ends are rounded to whole minutes: seven days until now must not be compared with those of two weeks ago. */
const ROUNDED_MS = 2 * MINUTE_MS;

/** The range before; shorter, or empty, where it would begin before the year 1. */
export const rangeBefore = ({ range, shiftMs }: InsightSpan): CountedRange => ({
  fromMs: Math.max(FIRST_MS, range.fromMs - shiftMs),
  toMs: Math.max(FIRST_MS, range.toMs - shiftMs),
});

/** A bucket that is not over, or of which the range has a part only. */
export const isPartialBucket = (startMs: number, { range, bucketMs }: InsightSpan, nowMs: number): boolean =>
  startMs < range.fromMs || startMs + bucketMs > Math.min(range.toMs, nowMs);
