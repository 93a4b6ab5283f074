import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import { errorMessages } from './error-messages-sql';

/** Chunks with errors that are read, 3 ms each at most: of more lines than these noting could outlast the seal's time. */
const CHUNKS_NOTED = 3000;

/**
 * Notes with each failed device of a run what it wrote first, from all of its lines, or of some millions the first ones.
 * Messages and not causes: what makes a cause of them may change. The caller holds the run's lock.
 */
export async function noteFirstErrors(tx: Prisma.TransactionClient, runId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE run_device d SET first_errors = n.errors
    FROM (
      SELECT e.device, jsonb_agg(jsonb_build_array(e.seq, e.message) ORDER BY e.seq) AS errors
      FROM (${errorMessages({ runIds: [runId], chunksPerRun: CHUNKS_NOTED })}) e WHERE e.device <> '' GROUP BY e.device) n
    WHERE d.run_id = ${runId} AND d.device = n.device AND d.status IN ('failed', 'unreachable')
      AND d.first_errors <> n.errors`;
}
