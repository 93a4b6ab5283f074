import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { isLevel, levelColumn, levelColumns, levelCount, perLevel } from '@/lib/store/chunks/server/sql/level-counts';
import { CHUNKS, isOfRun } from '@/lib/store/chunks/server/sql/chunk-rows';
import type { TimelineAxis } from '../../axis';
import type { LevelBucket } from '../../component-lanes';
import { bucketTimeOf, isOneBucket, offsetOf, bucketIndexOf } from './axis-sql';

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
    SELECT ${bucketIndexOf(axis, Prisma.sql`l.bucket`)} AS index,
           ${perLevel((level) => Prisma.sql`sum(l.${levelColumn(level)})`)}::int[] AS "levelCounts",
           ${offsetOf(axis, Prisma.sql`min(l.first)`)} AS "fromMs", ${offsetOf(axis, Prisma.sql`max(l.last)`)} AS "toMs"
    FROM (
      SELECT ${bucketTimeOf(axis, Prisma.sql`c.min_time`)} AS bucket,
             ${levelColumns((level) => Prisma.sql`${levelCount(Prisma.sql`c.level_counts`, level)}::int8`)},
             c.min_time AS first, c.max_time AS last
      FROM ${CHUNKS} WHERE ${isOfRun(runId)} AND ${isOne}
      UNION ALL
      SELECT ${bucketTimeOf(axis, Prisma.sql`t.time`)},
             ${levelColumns((level) => Prisma.sql`count(*) FILTER (WHERE ${isLevel(Prisma.sql`t.level`, level)})`)},
             min(t.time), max(t.time)
      FROM (SELECT unnest(c.time) AS time, unnest(c.level) AS level
            FROM ${CHUNKS} WHERE ${isOfRun(runId)} AND NOT ${isOne}) t
      GROUP BY 1) l
    GROUP BY l.bucket`;
}
