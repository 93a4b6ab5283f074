import { LEVELS, type Level } from '@/lib/store/chunks/level';
import { bucketStarts, type CountedRange } from './bucket';
import type { Histogram, LineSearch } from './schema';

/** The lines to count: the filters, with a range in whole minutes instead of theirs. */
export type HistogramTarget = { search: LineSearch; range: CountedRange; bucketSeconds: number };

/** Lines of a bucket per level, in the order of LEVELS; one bucket may have several parts. */
export type BucketPart = { startMs: number; levelCounts: number[] };

type Shape = { range: CountedRange; bucketSeconds: number; levels: Level[] | undefined; isPartial: boolean };

/** All buckets of the range, those without lines too. */
export function buildHistogram(
  parts: readonly BucketPart[],
  { range, bucketSeconds, levels, isPartial }: Shape,
): Histogram {
  const totals = new Map<number, number[]>(bucketStarts(range, bucketSeconds).map((startMs) => [startMs, []]));
  for (const { startMs, levelCounts } of parts) {
    const total = totals.get(startMs);
    for (const [index, count] of levelCounts.entries()) if (total) total[index] = (total[index] ?? 0) + count;
  }
  return {
    from: new Date(range.fromMs).toISOString(),
    to: new Date(range.toMs).toISOString(),
    partial: isPartial,
    bucketSeconds,
    buckets: [...totals].map(([startMs, counts]) => ({
      time: new Date(startMs).toISOString(),
      counts: Object.fromEntries(
        LEVELS.map((level, index): [Level, number] => [level, counts[index] ?? 0]).filter(
          ([level, count]) => count > 0 && (levels?.includes(level) ?? true),
        ),
      ),
    })),
  };
}
