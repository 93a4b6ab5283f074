import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { SeqSpan } from '@/lib/store/chunks/seq-span';
import { parseIntList } from '../../parse-int-list';
import type { LineFilter } from '@/lib/store/query/line-filter';
import { lineConditions } from '@/lib/store/query/server/sql/line-conditions';
import { CHUNKS } from '@/lib/store/chunks/server/sql/chunk-rows';
import { holdsSpans } from '@/lib/store/chunks/server/sql/span-conditions';
import { unnestColumns } from '@/lib/store/chunks/server/sql/line-row';

/** Matching lines of one device in one chunk, in the order of seq. */
export type MatchesOfDevice = { device: string; seqs: Int32Array };

/** The seqs up to `upTo` that match in the spans, by device and chunk, in the order of their chunks. */
export async function readMatches(
  tx: Prisma.TransactionClient,
  { runId, spans, upTo }: { runId: string; spans: readonly SeqSpan[]; upTo: number },
  filter: LineFilter,
): Promise<MatchesOfDevice[]> {
  const { columns, chunk, line } = lineConditions(filter);
  const rows = await tx.$queryRaw<{ device: string; seqs: string }[]>`
    SELECT l.device, array_agg(l.first_seq + l.i - 1 ORDER BY l.i)::text AS seqs FROM (
      SELECT c.first_seq, generate_subscripts(c.level, 1) AS i, ${unnestColumns([...new Set([...columns, 'device' as const])])}
      FROM ${CHUNKS} WHERE ${holdsSpans(runId, spans)} AND ${chunk}) l
    WHERE l.first_seq + l.i - 1 <= ${upTo}::int AND ${line}
    GROUP BY l.first_seq, l.device ORDER BY l.first_seq`;
  return rows.map(({ device, seqs }) => ({ device, seqs: parseIntList(seqs) }));
}
