import 'server-only';
import { db } from '@/lib/db/client';
import { CHUNKS } from '@/lib/store/chunks/server/sql/chunk-rows';
import { fillSearchTexts } from '@/lib/store/chunks/server/sql/fill-search-texts';

/** Some seconds of work, after which other jobs get their turn. */
const MAX_CHUNKS = 500;

/**
 * Reads sealed chunks of earlier versions, which lack their searched texts; true when some may be left. Costs nothing
 * when there are none. Uses log_chunk_unread_idx.
 */
export async function readOldChunks(): Promise<boolean> {
  const rows = await db().$queryRaw<{ runId: string; firstSeqs: number[] }[]>`
    SELECT u.run_id AS "runId", array_agg(u.first_seq ORDER BY u.first_seq) AS "firstSeqs" FROM (
      SELECT c.run_id, c.first_seq FROM ${CHUNKS} WHERE c.sealed AND c.search_message IS NULL
      ORDER BY c.run_id, c.first_seq LIMIT ${MAX_CHUNKS}) u
    GROUP BY u.run_id`;
  for (const { runId, firstSeqs } of rows) await fillSearchTexts(runId, firstSeqs);
  return rows.reduce((sum, { firstSeqs }) => sum + firstSeqs.length, 0) === MAX_CHUNKS;
}
