import 'server-only';
import { rollUpRun } from '@/lib/counters/server/roll-up-run';
import { db } from '@/lib/db/client';

/**
 * Seals a run whose chunks were merged up to `lastSeq` and rolls its counters up, in one transaction under the run's lock.
 * Does nothing when lines came meanwhile; the next sweep finds the run again.
 */
export async function sealRun(runId: string, lastSeq: number): Promise<void> {
  await db().$transaction(
    async (tx) => {
      const rows = await tx.$queryRaw<{ id: string }[]>`
        SELECT id FROM run WHERE id = ${runId} AND last_seq = ${lastSeq}::int AND sealed_at IS NULL FOR UPDATE`;
      if (rows.length === 0) return;
      await rollUpRun(tx, runId);
      await tx.run.update({ where: { id: runId }, data: { sealedAt: new Date() } });
    },
    { timeout: 60_000 },
  );
}
