import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import { MAX_CHUNK_LINES } from '@/lib/store/chunks/chunk';
import { formatSpans, type ChunkMatches, type SeqSpan } from '../../match-index';
import type { LineFilter } from '@/lib/store/query/line-filter';
import { lineConditions } from '@/lib/store/query/server/sql/line-conditions';
import { unnestColumns } from '@/lib/store/chunks/server/sql/line-row';

/** Matches per chunk, found by looking at every line of the spans, which are whole chunks in the order of seq. Uses log_chunk_pkey. */
export function countLines(
  tx: Prisma.TransactionClient,
  { runId, spans }: { runId: string; spans: readonly SeqSpan[] },
  filter: LineFilter,
): Promise<ChunkMatches[]> {
  const { columns, line } = lineConditions(filter);
  const firstSeq = spans[0]?.firstSeq ?? 1;
  const lastSeq = spans.at(-1)?.lastSeq ?? 0;
  return tx.$queryRaw<ChunkMatches[]>`
    SELECT l."firstSeq", l."lastSeq", count(*)::int AS count FROM (
      SELECT c.first_seq AS "firstSeq", c.first_seq + c.line_count - 1 AS "lastSeq", ${unnestColumns(columns)}
      FROM log_chunk c
      WHERE c.run_id = ${runId} AND c.first_seq > ${firstSeq - MAX_CHUNK_LINES}::int AND c.first_seq <= ${lastSeq}::int
        AND int4range(c.first_seq, c.first_seq + c.line_count) && ${formatSpans(spans)}::int4multirange) l
    WHERE ${line} GROUP BY 1, 2 ORDER BY 1`;
}
