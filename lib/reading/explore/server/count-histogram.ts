import 'server-only';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import { AppError } from '@/lib/errors';
import { bucketCount, countedRange, defaultBucketSeconds, MAX_HISTOGRAM_BUCKETS } from '../bucket';
import { buildHistogram } from '../histogram';
import type { Histogram, HistogramQuery } from '../schema';
import { countBuckets } from './sql/count-buckets';
import { isCounted } from './sql/counted-lines';
import { scanBuckets } from './sql/scan-buckets';
import { SEARCH_MS } from './sql/search-clock';

/**
 * Lines per level and bucket of time, exact to the minute. Level, component and job are answered from counters; with
 * device, phase or q chunks are read, newest first, and the answer is partial when time ran out.
 */
export async function countHistogram(viewer: Viewer, query: HistogramQuery, budgetMs = SEARCH_MS): Promise<Histogram> {
  assertCan(viewer, 'runs:read');
  const range = countedRange(query, Date.now());
  const bucketSeconds = query.bucketSeconds ?? defaultBucketSeconds(range);
  const count = bucketCount(range, bucketSeconds);
  if (count > MAX_HISTOGRAM_BUCKETS) {
    throw new AppError(
      'invalid_request',
      `The range has ${count} buckets, at most ${MAX_HISTOGRAM_BUCKETS} are answered.`,
      {
        errors: [
          {
            field: 'bucketSeconds',
            detail: `expected at least ${Math.ceil(count / MAX_HISTOGRAM_BUCKETS)} times as much`,
          },
        ],
      },
    );
  }
  const target = { search: query, range, bucketSeconds };
  const { rows, isPartial } = isCounted(query)
    ? { rows: await countBuckets(target), isPartial: false }
    : await scanBuckets(target, budgetMs);
  return buildHistogram(rows, { range, bucketSeconds, levels: query.level, isPartial });
}
