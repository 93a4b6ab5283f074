import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import { CHUNKS } from '@/lib/store/chunks/server/sql/chunk-rows';
import { holdsSpan } from '@/lib/store/chunks/server/sql/span-conditions';
import { SEARCHED_MESSAGES } from '@/lib/store/chunks/server/sql/line-row';
import type { LineColumns } from '../../message-tally';
import { parseColumns, type ColumnTexts } from './line-columns';

/** Lines of a run from `fromSeq` on, without `toSeq`. */
export type LineSpan = { runId: string; fromSeq: number; toSeq: number };

/**
 * All lines of a span, chunk by chunk, their messages as they are shown. The arrays go out as JSON: 0.6 µs a line, parsed by the engine itself, where grouping
 * in SQL takes 5 (docs/decisions/0015-compare.md).
 */
export async function findSpanLines(
  tx: Prisma.TransactionClient,
  { runId, fromSeq, toSeq }: LineSpan,
): Promise<LineColumns[]> {
  const rows = await tx.$queryRaw<(Omit<ColumnTexts, 'seq'> & { first_seq: number })[]>`
    SELECT c.first_seq, to_json(c.level)::text AS level, to_json(c.component)::text AS component,
           to_json(c.device)::text AS device, to_json(${SEARCHED_MESSAGES})::text AS message
    FROM ${CHUNKS} WHERE ${holdsSpan(runId, { firstSeq: fromSeq, lastSeq: toSeq - 1 })}
    ORDER BY c.first_seq`;
  return rows.map(({ first_seq: firstSeq, ...texts }) => {
    const columns = parseColumns({ ...texts, seq: '[]' });
    return cutColumns({ ...columns, seq: columns.level.map((_, at) => firstSeq + at) }, fromSeq, toSeq);
  });
}

/** Chunks may begin before the span and end behind it. */
function cutColumns(columns: LineColumns, fromSeq: number, toSeq: number): LineColumns {
  const { seq } = columns;
  const start = Math.max(0, fromSeq - (seq[0] ?? fromSeq));
  const end = Math.min(seq.length, toSeq - (seq[0] ?? toSeq));
  if (start === 0 && end === seq.length) return columns;
  return {
    seq: seq.slice(start, end),
    level: columns.level.slice(start, end),
    component: columns.component.slice(start, end),
    device: columns.device.slice(start, end),
    message: columns.message.slice(start, end),
  };
}
