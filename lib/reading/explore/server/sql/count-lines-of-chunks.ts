import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { chunksOfKeys } from '@/lib/store/chunks/server/sql/chunk-rows';
import { FACETS } from '@/lib/store/chunks/server/sql/facets';
import type { FilterColumn } from '@/lib/store/chunks/server/sql/line-row';
import { lineConditions } from '@/lib/store/query/server/sql/line-conditions';
import type { LineSearch } from '../../schema';
import type { ChunkHead } from './find-chunk-heads';
import { linesOf, timeCondition } from './lines-of-chunks';

export type CountedChunks = {
  heads: readonly ChunkHead[];
  search: LineSearch & { from: string; to: string };
  /** Columns that are counted by. */
  columns: readonly FilterColumn[];
  /** True of the chunk `c` when its lines need not be told apart by time. */
  isOneTime: Prisma.Sql;
};

/**
 * Matching lines of the chunks as a table `t(run_id, time, level, component, device, n)`, `n` lines a row. Sealed chunks
 * that lie in the range as a whole give their facets, unless the filter looks into texts; the others give each line.
 */
export function countLinesOfChunks({ heads, search, columns: counted, isOneTime }: CountedChunks): Prisma.Sql {
  const { columns, line } = lineConditions(search);
  const read = [...counted, ...columns.filter((name) => !counted.includes(name))];
  const names = Prisma.join(counted.map((name) => Prisma.raw(`l.${name}`)));
  const lines = (chunk: Prisma.Sql) => Prisma.sql`
    SELECT l.run_id, l.time, ${names}, 1 AS n FROM ${linesOf(heads, read, chunk)} WHERE ${line} AND ${timeCondition(search)}`;
  if (search.q) return Prisma.sql`(${lines(Prisma.sql`true`)}) t`;
  const hasFacets = Prisma.sql`(c.sealed AND ${isOneTime}
    AND c.min_time >= ${search.from}::timestamptz AND c.max_time <= ${search.to}::timestamptz)`;
  return Prisma.sql`(
    SELECT c.run_id, c.min_time AS time, ${names}, l.count::int AS n
    FROM ${chunksOfKeys(heads)}, ${FACETS}
    WHERE ${hasFacets} AND ${line}
    UNION ALL ${lines(Prisma.sql`NOT ${hasFacets}`)}) t`;
}
