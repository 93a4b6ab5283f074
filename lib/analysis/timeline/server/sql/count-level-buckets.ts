import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { CHUNKS, isOfRun } from '@/lib/store/chunks/server/sql/chunk-rows';
import type { TimelineAxis } from '../../axis';
import type { LevelBucket } from '../../component-lanes';
import { bucketOf, isOneBucket, offsetOf, placeOf } from './axis-sql';

/**
 * All lines of a run per bucket and level. A chunk that lies inside one bucket gives its counts, only the others are unpacked.
 */
export function countLevelBuckets(
  tx: Prisma.TransactionClient,
  runId: string,
  axis: TimelineAxis,
): Promise<LevelBucket[]> {
  const isOne = isOneBucket(axis);
  return tx.$queryRaw<LevelBucket[]>`
    SELECT ${placeOf(axis, Prisma.sql`l.bucket`)} AS place,
           ARRAY[sum(l.n10), sum(l.n20), sum(l.n30), sum(l.n40), sum(l.n50)]::int[] AS "levelCounts",
           ${offsetOf(axis, Prisma.sql`min(l.first)`)} AS "fromMs", ${offsetOf(axis, Prisma.sql`max(l.last)`)} AS "toMs"
    FROM (
      SELECT ${bucketOf(axis, Prisma.sql`c.min_time`)} AS bucket, c.level_counts[1]::int8 AS n10, c.level_counts[2]::int8 AS n20,
             c.level_counts[3]::int8 AS n30, c.level_counts[4]::int8 AS n40, c.level_counts[5]::int8 AS n50,
             c.min_time AS first, c.max_time AS last
      FROM ${CHUNKS} WHERE ${isOfRun(runId)} AND ${isOne}
      UNION ALL
      SELECT ${bucketOf(axis, Prisma.sql`t.time`)}, count(*) FILTER (WHERE t.level = 10), count(*) FILTER (WHERE t.level = 20),
             count(*) FILTER (WHERE t.level = 30), count(*) FILTER (WHERE t.level = 40), count(*) FILTER (WHERE t.level = 50),
             min(t.time), max(t.time)
      FROM (SELECT unnest(c.time) AS time, unnest(c.level) AS level
            FROM ${CHUNKS} WHERE ${isOfRun(runId)} AND NOT ${isOne}) t
      GROUP BY 1) l
    GROUP BY l.bucket`;
}
