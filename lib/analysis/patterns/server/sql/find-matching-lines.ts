import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { LineFilter } from '@/lib/store/query/line-filter';
import { lineConditions } from '@/lib/store/query/server/sql/line-conditions';
import { CHUNKS } from '@/lib/store/chunks/server/sql/chunk-rows';
import { holdsSpan } from '@/lib/store/chunks/server/sql/span-conditions';
import { unnestColumns, UNNEST_SEQ } from '@/lib/store/chunks/server/sql/line-row';
import type { LineColumns } from '../../message-tally';
import type { LineSpan } from './find-span-lines';
import { parseColumns, type ColumnTexts } from './line-columns';

const WANTED = ['level', 'component', 'device', 'message'] as const;

/** The lines of a span that match. A chunk's levels and times tell whether it can hold one. */
export async function findMatchingLines(
  tx: Prisma.TransactionClient,
  { runId, fromSeq, toSeq }: LineSpan,
  filter: LineFilter,
): Promise<LineColumns[]> {
  const { columns, chunk, line } = lineConditions(filter);
  const rows = await tx.$queryRaw<ColumnTexts[]>`
    SELECT json_agg(l.seq ORDER BY l.seq)::text AS seq, json_agg(l.level ORDER BY l.seq)::text AS level,
           json_agg(l.component ORDER BY l.seq)::text AS component, json_agg(l.device ORDER BY l.seq)::text AS device,
           json_agg(l.message ORDER BY l.seq)::text AS message
    FROM (
      SELECT ${UNNEST_SEQ}, ${unnestColumns([...new Set([...columns, ...WANTED])])}
      FROM ${CHUNKS} WHERE ${holdsSpan(runId, { firstSeq: fromSeq, lastSeq: toSeq - 1 })} AND ${chunk}) l
    WHERE l.seq >= ${fromSeq}::int AND l.seq < ${toSeq}::int AND ${line} HAVING count(*) > 0`;
  return rows.map(parseColumns);
}
