import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import { formatSpans } from '@/lib/store/chunks/seq-span';
import type { LineFilter } from '@/lib/store/query/line-filter';
import { lineConditions } from '@/lib/store/query/server/sql/line-conditions';
import { CHUNKS } from '@/lib/store/chunks/server/sql/chunk-rows';
import { holdsSpans } from '@/lib/store/chunks/server/sql/span-conditions';
import { LINE_COLUMNS, LINE_SEQ, UNNEST_SEARCHED_LINE, type LineRow } from '@/lib/store/chunks/server/sql/line-row';
import type { DownloadPage } from '../../download-pages';

/**
 * The page's lines in the order of seq. The page is bounded by seqs, not chunks, so that merging chunks between two
 * pages changes nothing.
 */
export function readDownloadPage(
  tx: Prisma.TransactionClient,
  { runId, parts }: { runId: string } & Pick<DownloadPage, 'parts'>,
  filter: LineFilter,
): Promise<LineRow[]> {
  const { chunk, wholeLine } = lineConditions(filter);
  return tx.$queryRaw<LineRow[]>`
    SELECT ${LINE_COLUMNS} FROM ${CHUNKS}, ${UNNEST_SEARCHED_LINE}
    WHERE ${holdsSpans(runId, parts)} AND ${chunk}
      AND ${LINE_SEQ} <@ ${formatSpans(parts)}::int4multirange AND ${wholeLine}
    ORDER BY seq`;
}
