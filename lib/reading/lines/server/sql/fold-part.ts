import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import type { FoldPart } from '../../fold-lines';
import { formatSpans, type SeqSpan } from '@/lib/store/chunks/seq-span';
import { parseIntList } from '../../parse-int-list';
import type { LineFilter } from '@/lib/store/query/line-filter';
import { withoutDigitsSql } from '@/lib/store/query/server/sql/mask-sql';
import { lineConditions } from '@/lib/store/query/server/sql/line-conditions';
import { CHUNKS } from '@/lib/store/chunks/server/sql/chunk-rows';
import { holdsSpans } from '@/lib/store/chunks/server/sql/span-conditions';
import { unnestColumns, UNNEST_SEQ } from '@/lib/store/chunks/server/sql/line-row';

const FOLD_COLUMNS = ['level', 'component', 'device', 'message'] as const;

type PartRow = { seqs: string | null; numbers: string; before: string; lineCount: number; lastSeq: number };

/**
 * The folds of the lines up to `upTo` that match in the spans, by foldKey; null where none matches. Only the folds come back, as three lists. Messages are
 * compared last, where all else is equal. The index of holdsSpans gives lines in their order.
 */
export async function foldPart(
  tx: Prisma.TransactionClient,
  { runId, spans, upTo }: { runId: string; spans: readonly SeqSpan[]; upTo: number },
  filter: LineFilter,
): Promise<FoldPart | null> {
  const { columns, chunk, line } = lineConditions(filter);
  const rows = await tx.$queryRaw<PartRow[]>`
    SELECT array_agg(f.seq ORDER BY f.seq) FILTER (WHERE f."isFirst")::text AS seqs,
           array_agg(f.number ORDER BY f.seq) FILTER (WHERE f."isFirst")::text AS numbers,
           array_agg(f.before ORDER BY f.seq) FILTER (WHERE f."isFirst")::text AS before,
           count(*)::int AS "lineCount", max(f.seq) AS "lastSeq"
    FROM (
      SELECT l.seq, (row_number() OVER w)::int AS number, lag(l.seq, 1, 0) OVER w AS before,
        CASE WHEN l.level = lag(l.level) OVER w AND l.component = lag(l.component) OVER w AND l.device = lag(l.device) OVER w
          THEN ${withoutDigitsSql(Prisma.sql`l.message`)} <> ${withoutDigitsSql(Prisma.sql`lag(l.message) OVER w`)}
          ELSE true END AS "isFirst"
      FROM (
        SELECT c.first_seq, generate_subscripts(c.level, 1) AS i, ${UNNEST_SEQ}, ${unnestColumns([...new Set([...columns, ...FOLD_COLUMNS])])}
        FROM ${CHUNKS} WHERE ${holdsSpans(runId, spans)} AND ${chunk}) l
      WHERE l.seq <= ${upTo}::int AND l.seq <@ ${formatSpans(spans)}::int4multirange AND ${line}
      WINDOW w AS (ORDER BY l.first_seq, l.i)) f`;
  const row = rows[0];
  if (!row || row.seqs === null) return null;
  return {
    seqs: parseIntList(row.seqs),
    numbers: parseIntList(row.numbers),
    before: parseIntList(row.before),
    lineCount: row.lineCount,
    lastSeq: row.lastSeq,
  };
}
