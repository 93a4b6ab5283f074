import 'server-only';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/generated/prisma/client';
import { CHUNKS, isOfRun } from '@/lib/store/chunks/server/sql/chunk-rows';

/** How long lines of an ended run may still be on their way. */
const QUIET_SECONDS = 5;
/** Unsealed chunks from which an open run is merged. */
const UNSEALED_CHUNKS = 50;
/** Most runs of one sweep; another sweep follows when there are more. */
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
