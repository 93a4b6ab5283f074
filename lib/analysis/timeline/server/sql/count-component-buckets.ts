import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { CHUNKS, isOfRun } from '@/lib/store/chunks/server/sql/chunk-rows';
import type { TimelineAxis } from '../../axis';
import type { ComponentBucket } from '../../component-lanes';
import { bucketTimeOf, isOneBucket, bucketIndexOf } from './axis-sql';

type Wanted = { runId: string; components: readonly string[] };

/**
 * Lines per bucket of each of the components. Sealed chunks that lie inside one bucket give their facets, each added up for
 * itself first: a table of some components stays in the processor's cache, which is twice as fast as one for all. OFFSET 0
 * keeps the bucket from being computed for every facet.
 */
export function countComponentBuckets(
  tx: Prisma.TransactionClient,
  { runId, components }: Wanted,
  axis: TimelineAxis,
): Promise<ComponentBucket[]> {
  const isOne = Prisma.sql`(c.sealed AND ${isOneBucket(axis)})`;
  return tx.$queryRaw<ComponentBucket[]>`
    SELECT ${bucketIndexOf(axis, Prisma.sql`l.bucket`)} AS index, l.component, sum(l.count)::int AS count
    FROM (
      SELECT k.bucket, f.component, f.count
      FROM (SELECT ${bucketTimeOf(axis, Prisma.sql`c.min_time`)} AS bucket, c.facet_component, c.facet_count
            FROM ${CHUNKS} WHERE ${isOfRun(runId)} AND ${isOne} OFFSET 0) k,
           LATERAL (SELECT u.component, sum(u.count) AS count
                    FROM (SELECT unnest(k.facet_component) AS component, unnest(k.facet_count) AS count) u
                    GROUP BY u.component) f
      UNION ALL
      SELECT ${bucketTimeOf(axis, Prisma.sql`t.time`)}, t.component, count(*)
      FROM (SELECT unnest(c.time) AS time, unnest(c.component) AS component
            FROM ${CHUNKS} WHERE ${isOfRun(runId)} AND NOT ${isOne}) t
      GROUP BY 1, t.component) l
    WHERE l.component = ANY(${components}::text[])
    GROUP BY l.bucket, l.component ORDER BY l.bucket`;
}
