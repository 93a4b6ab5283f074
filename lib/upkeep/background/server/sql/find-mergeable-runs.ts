import 'server-only';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/generated/prisma/client';
import { CHUNKS, isOfRun } from '@/lib/store/chunks/server/sql/chunk-rows';

/** Lines of an ended run may still be on their way for so long. */
const QUIET_SECONDS = 5;
/** An open run is merged when it has gathered so many chunks that are not sealed. */
const UNSEALED_CHUNKS = 50;
/** What one sweep takes; beyond, it is followed by another. */
export const MAX_SWEEP_RUNS = 1000;

/** Ended runs that are not sealed, and open ones in many pieces. Uses run_unsealed_idx and log_chunk_pkey. */
export async function findMergeableRuns(): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT r.id FROM run r
    WHERE r.sealed_at IS NULL AND (
      (r.status NOT IN ('queued', 'running') AND r.last_received_at < now() - make_interval(secs => ${QUIET_SECONDS}))
      OR (SELECT count(*) FROM ${CHUNKS} WHERE ${isOfRun(Prisma.sql`r.id`)} AND NOT c.sealed) > ${UNSEALED_CHUNKS})
    ORDER BY r.last_received_at LIMIT ${MAX_SWEEP_RUNS}`;
  return rows.map(({ id }) => id);
}
