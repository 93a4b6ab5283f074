import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { LEVEL_NUMBER } from '@/lib/store/chunks/level';
import type { PageSpan } from '../../match-index';
import type { FindLinesQuery } from '../../schema';
import { lineConditions } from '@/lib/store/query/server/sql/line-conditions';
import { CHUNKS } from '@/lib/store/chunks/server/sql/chunk-rows';
import { holdsSpans } from '@/lib/store/chunks/server/sql/span-conditions';
import { unnestColumns } from '@/lib/store/chunks/server/sql/line-row';

/**
 * Seqs of a page of matching lines out of a span, in the page's order, `span.skip` of them left out first. Only the filter's
 * columns of the chunks that hold matches are unpacked.
 */
export async function findSeqs(
  tx: Prisma.TransactionClient,
  { runId, span }: { runId: string; span: PageSpan },
  query: FindLinesQuery,
): Promise<number[]> {
  const { columns, chunk, line } = lineConditions(query);
  const direction = query.order === 'asc' ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const isLevelOnly = !(query.component ?? query.device ?? query.phase ?? query.q ?? query.since ?? query.until);
  const rows = await tx.$queryRaw<{ seq: number }[]>`
    SELECT l.first_seq + l.i - 1 AS seq FROM (
      SELECT c.first_seq, ${isLevelOnly ? levelPositions(query) : Prisma.sql`generate_subscripts(c.level, 1) AS i, ${unnestColumns(columns)}`}
      FROM ${CHUNKS} WHERE ${holdsSpans(runId, span.parts)} AND ${chunk}) l
    WHERE l.first_seq + l.i - 1 BETWEEN ${span.fromSeq}::int AND ${span.toSeq}::int
      AND ${isLevelOnly ? Prisma.sql`true` : line}
    ORDER BY 1 ${direction} OFFSET ${span.skip}::int LIMIT ${query.limit}::int`;
  return rows.map(({ seq }) => seq);
}

/** Errors are few: array_positions finds them without a row for each other line. */
const levelPositions = ({ level = [] }: FindLinesQuery): Prisma.Sql =>
  Prisma.sql`unnest(${Prisma.join(
    level.map((name) => Prisma.sql`array_positions(c.level, ${LEVEL_NUMBER[name]}::smallint)`),
    ' || ',
  )}) AS i`;
