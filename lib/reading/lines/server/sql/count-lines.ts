import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { ChunkMatches } from '../../match-index';
import type { SeqSpan } from '@/lib/store/chunks/seq-span';
import type { LineFilter } from '@/lib/store/query/line-filter';
import { lineConditions } from '@/lib/store/query/server/sql/line-conditions';
import { CHUNK_SPAN, CHUNKS } from '@/lib/store/chunks/server/sql/chunk-rows';
import { holdsSpans } from '@/lib/store/chunks/server/sql/span-conditions';
import { unnestColumns } from '@/lib/store/chunks/server/sql/line-row';

/** Matches per chunk, found by looking at every line of the spans, which are whole chunks in the order of seq. */
export function countLines(
  tx: Prisma.TransactionClient,
  { runId, spans }: { runId: string; spans: readonly SeqSpan[] },
  filter: LineFilter,
): Promise<ChunkMatches[]> {
  const { columns, line } = lineConditions(filter);
  return tx.$queryRaw<ChunkMatches[]>`
    SELECT l."firstSeq", l."lastSeq", count(*)::int AS count FROM (
      SELECT ${CHUNK_SPAN}, ${unnestColumns(columns)} FROM ${CHUNKS} WHERE ${holdsSpans(runId, spans)}) l
    WHERE ${line} GROUP BY 1, 2 ORDER BY 1`;
}
