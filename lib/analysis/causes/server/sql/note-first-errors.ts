import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { isBadDevice } from '@/lib/runs/server/sql/status-conditions';
import { errorMessages } from './error-messages-sql';

/** Most chunks with errors that are read, 3 ms each at most: more could outlast the seal's time limit. */
const CHUNKS_NOTED = 3000;

/**
 * Notes the first errors of each failed device of a run; in a run of some millions of lines only the first chunks are
 * read. It stores messages, not causes, since the rules for causes may change. The caller holds the run's lock.
 */
export async function noteFirstErrors(tx: Prisma.TransactionClient, runId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE run_device d SET first_errors = n.errors
    FROM (
      SELECT e.device, jsonb_agg(jsonb_build_array(e.seq, e.message) ORDER BY e.seq) AS errors
      FROM (${errorMessages({ runIds: [runId], chunksPerRun: CHUNKS_NOTED })}) e WHERE e.device <> '' GROUP BY e.device) n
    WHERE d.run_id = ${runId} AND d.device = n.device AND ${isBadDevice(Prisma.sql`d.status`)}
      AND d.first_errors <> n.errors`;
}
