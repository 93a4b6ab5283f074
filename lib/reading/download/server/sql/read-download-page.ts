import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import { MAX_CHUNK_LINES } from '@/lib/store/chunks/chunk';
import { formatSpans } from '@/lib/reading/lines/match-index';
import type { LineFilter } from '@/lib/store/query/line-filter';
import { lineConditions } from '@/lib/store/query/server/sql/line-conditions';
import { LINE_COLUMNS, UNNEST_SEARCHED_LINE, type LineRow } from '@/lib/store/chunks/server/sql/line-row';
import type { DownloadPage } from '../../download-pages';

/**
 * The page's lines in the order of seq. Told by seq and not by chunk, so that chunks which are merged between two pages change
 * nothing. Uses log_chunk_pkey.
 */
export function readDownloadPage(
  tx: Prisma.TransactionClient,
  { runId, parts }: { runId: string } & Pick<DownloadPage, 'parts'>,
  filter: LineFilter,
): Promise<LineRow[]> {
  const { chunk, wholeLine } = lineConditions(filter);
  const spans = formatSpans(parts);
  const firstSeq = parts[0]?.firstSeq ?? 1;
  const lastSeq = parts.at(-1)?.lastSeq ?? 0;
  return tx.$queryRaw<LineRow[]>`
    SELECT ${LINE_COLUMNS} FROM log_chunk c, ${UNNEST_SEARCHED_LINE}
    WHERE c.run_id = ${runId} AND c.first_seq > ${firstSeq - MAX_CHUNK_LINES}::int AND c.first_seq <= ${lastSeq}::int
      AND int4range(c.first_seq, c.first_seq + c.line_count) && ${spans}::int4multirange AND ${chunk}
      AND (c.first_seq + l.i - 1)::int <@ ${spans}::int4multirange AND ${wholeLine}
    ORDER BY seq`;
}
