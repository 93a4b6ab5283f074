import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import type { TimelineAxis } from '../axis';
import type { BucketRow } from '../component-lanes';
import { bucketOf, offsetOf, startOf } from './axis-sql';
import { findComponentNames } from './find-component-names';

export type LineBuckets = { components: string[]; rows: BucketRow[] };

/**
 * All lines of a run per bucket, component and level. Sealed chunks that lie inside one bucket give their facets, only the
 * others are unpacked. Uses log_chunk_pkey.
 */
export async function findLineBuckets(
  tx: Prisma.TransactionClient,
  runId: string,
  axis: TimelineAxis,
): Promise<LineBuckets> {
  const { names, hasMore } = await findComponentNames(tx, runId);
  // A sender may write a component a line: beyond the lanes they count together.
  const component = hasMore
    ? Prisma.sql`CASE WHEN l.component = ANY(${names}::text[]) THEN l.component END`
    : Prisma.sql`l.component`;
  const isWhole = Prisma.sql`(c.sealed
    AND ${bucketOf(axis, Prisma.sql`c.min_time`)} = ${bucketOf(axis, Prisma.sql`c.max_time`)})`;
  const rows = await tx.$queryRaw<BucketRow[]>`
    SELECT round(extract(epoch FROM l.bucket - ${startOf(axis)}) * 1000 / ${axis.bucketMs}::float8)::int AS place,
           ${component} AS component, l.level, sum(l.count)::int AS count,
           ${offsetOf(axis, Prisma.sql`min(l.first)`)} AS "fromMs", ${offsetOf(axis, Prisma.sql`max(l.last)`)} AS "toMs"
    FROM (
      SELECT ${bucketOf(axis, Prisma.sql`c.min_time`)} AS bucket, unnest(c.facet_component) AS component,
             unnest(c.facet_level) AS level, unnest(c.facet_count)::int AS count, c.min_time AS first, c.max_time AS last
      FROM log_chunk c WHERE c.run_id = ${runId} AND ${isWhole}
      UNION ALL
      SELECT ${bucketOf(axis, Prisma.sql`t.time`)}, t.component, t.level, 1, t.time, t.time FROM (
        SELECT unnest(c.time) AS time, unnest(c.component) AS component, unnest(c.level) AS level
        FROM log_chunk c WHERE c.run_id = ${runId} AND NOT ${isWhole}) t) l
    GROUP BY l.bucket, 2, l.level`;
  return { components: names, rows };
}
