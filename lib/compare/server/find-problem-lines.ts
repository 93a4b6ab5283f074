import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import { LEVEL_NUMBER } from '@/lib/lines/level';
import type { LineColumns } from '../message-tally';
import { parseColumns, type ColumnTexts } from './line-columns';

export type LineSpan = {
  runId: string;
  /** Of chunks that start in [fromSeq, toSeq). */
  fromSeq: number;
  toSeq: number;
};

/** Bits of WARNING, ERROR and CRITICAL. */
const PROBLEM_MASK = 0b11100;

/** The lines of a span that warn or worse. Uses log_chunk_pkey; level_mask tells which chunks hold one. */
export async function findProblemLines(
  tx: Prisma.TransactionClient,
  { runId, fromSeq, toSeq }: LineSpan,
): Promise<LineColumns[]> {
  const rows = await tx.$queryRaw<ColumnTexts[]>`
    SELECT json_agg(l.seq ORDER BY l.seq)::text AS seq, json_agg(l.level ORDER BY l.seq)::text AS level,
           json_agg(l.component ORDER BY l.seq)::text AS component, json_agg(l.device ORDER BY l.seq)::text AS device,
           json_agg(l.message ORDER BY l.seq)::text AS message
    FROM (
      SELECT c.first_seq + generate_subscripts(c.level, 1) - 1 AS seq, unnest(c.level) AS level,
             unnest(c.component) AS component, unnest(c.device) AS device, unnest(c.message) AS message
      FROM log_chunk c
      WHERE c.run_id = ${runId} AND c.first_seq >= ${fromSeq}::int AND c.first_seq < ${toSeq}::int
        AND c.level_mask & ${PROBLEM_MASK}::int <> 0) l
    WHERE l.level >= ${LEVEL_NUMBER.WARNING}::int HAVING count(*) > 0`;
  return rows.map(parseColumns);
}
