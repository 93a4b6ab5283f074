import 'server-only';
import { withSearchBudget } from '@/lib/db/search-budget';
import { Prisma } from '@/lib/generated/prisma/client';
import type { BucketPart, HistogramTarget } from '../../histogram';
import { countedLines, LEVEL_SUMS } from './counted-lines';

/** Lines per bucket and level from counters; buckets of less than an hour come from minutes. */
export function countBuckets({ search, range, bucketSeconds }: HistogramTarget): Promise<BucketPart[]> {
  return withSearchBudget(
    (tx) => tx.$queryRaw<BucketPart[]>`
      SELECT ${bucketStartOf(Prisma.sql`t.at`, bucketSeconds)} AS "startMs", ${LEVEL_SUMS}
      FROM ${countedLines(search, range, bucketSeconds % 3600 === 0)} GROUP BY 1`,
  );
}

/** The start of a time's bucket in milliseconds since 1970. */
export const bucketStartOf = (time: Prisma.Sql, bucketSeconds: number): Prisma.Sql =>
  Prisma.sql`(floor(extract(epoch FROM ${time})::float8 / ${bucketSeconds}::float8) * ${bucketSeconds * 1000}::float8)`;
