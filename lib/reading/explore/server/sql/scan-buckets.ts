import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { sumByLevel } from '@/lib/store/chunks/server/sql/level-counts';
import { searchWithin } from '../../bucket';
import type { BucketPart, HistogramTarget } from '../../histogram';
import { bucketStartOf } from './count-buckets';
import { countLinesOfChunks } from './count-lines-of-chunks';
import { scanChunks } from './scan-chunks';

/** Lines per bucket and level, counted chunk by chunk. */
export async function scanBuckets(
  { search: wanted, range, bucketSeconds }: HistogramTarget,
  budgetMs: number,
): Promise<{ rows: BucketPart[]; isPartial: boolean }> {
  const search = searchWithin(wanted, range);
  const bucket = (time: Prisma.Sql) => bucketStartOf(time, bucketSeconds);
  const isOneTime = Prisma.sql`${bucket(Prisma.sql`c.min_time`)} = ${bucket(Prisma.sql`c.max_time`)}`;
  const rows: BucketPart[] = [];
  const isPartial = await scanChunks(search, budgetMs, async (tx, heads) => {
    rows.push(
      ...(await tx.$queryRaw<BucketPart[]>`
        SELECT ${bucket(Prisma.sql`t.time`)} AS "startMs", ${COUNTS} AS "levelCounts"
        FROM ${countLinesOfChunks({ heads, search, columns: ['level'], isOneTime })} GROUP BY 1`),
    );
  });
  return { rows, isPartial };
}

/** Lines per level, in the order of LEVELS. */
const COUNTS = Prisma.sql`${sumByLevel(Prisma.sql`t.n`, Prisma.sql`t.level`)}::float8[]`;
