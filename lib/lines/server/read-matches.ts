import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { MAX_CHUNK_LINES } from '../chunk';
import type { PageSpan } from '../match-index';
import type { FindLinesQuery } from '../schema';
import { lineConditions } from './line-conditions';
import { PLACED_COLUMNS, unnestColumns, WHOLE_ARRAYS, type LineRow } from './line-row';

/**
 * A page of matching lines out of a span of seqs, `span.skip` of them left out first. The places of the matches are found
 * with the filter's columns alone, then the lines are picked by place: unpacking all columns of every chunk that holds a
 * few errors costs six times as much (docs/decisions/0010-search.md). Uses log_chunk_pkey.
 */
export function readMatches(
  tx: Prisma.TransactionClient,
  { runId, span }: { runId: string; span: PageSpan },
  query: FindLinesQuery,
): Promise<LineRow[]> {
  const { columns, chunk, line } = lineConditions(query);
  const parts = `{${span.parts.map(({ firstSeq, lastSeq }) => `[${firstSeq},${lastSeq}]`).join(',')}}`;
  const direction = query.order === 'asc' ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  return tx.$queryRaw<LineRow[]>`
    WITH place AS MATERIALIZED (
      SELECT l.first_seq, l.i FROM (
        SELECT c.first_seq, generate_subscripts(c.level, 1) AS i, ${unnestColumns(columns)} FROM log_chunk c
        WHERE c.run_id = ${runId} AND c.first_seq > ${span.fromSeq - MAX_CHUNK_LINES}::int
          AND c.first_seq <= ${span.toSeq}::int AND ${chunk}
          AND int4range(c.first_seq, c.first_seq + c.line_count) && ${parts}::int4multirange) l
      WHERE l.first_seq + l.i - 1 BETWEEN ${span.fromSeq}::int AND ${span.toSeq}::int AND ${line}
      ORDER BY l.first_seq ${direction}, l.i ${direction} OFFSET ${span.skip}::int LIMIT ${query.limit}::int)
    SELECT ${PLACED_COLUMNS}
    FROM (
      SELECT c.first_seq, p.places, ${WHOLE_ARRAYS}
      FROM (SELECT first_seq, array_agg(i) AS places FROM place GROUP BY first_seq) p
      JOIN log_chunk c ON c.run_id = ${runId} AND c.first_seq = p.first_seq OFFSET 0) u, unnest(u.places) AS i
    ORDER BY seq ${direction}`;
}
