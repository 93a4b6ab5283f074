import 'server-only';
import { noteFirstErrors } from '@/lib/analysis/causes/server/sql/note-first-errors';
import { rollUpRun } from '@/lib/store/counters/server/sql/roll-up-run';
import { db } from '@/lib/db/client';
import { settleClocks } from '@/lib/runs/server/sql/settle-clocks';

/**
 * Seals a run whose chunks were merged up to `lastSeq`: settles its clocks, rolls its counters up and notes its devices' first errors, in one
 * transaction under the run's lock.
 * Does nothing when lines came meanwhile; the next sweep finds the run again.
 */
export async function sealRun(runId: string, lastSeq: number): Promise<void> {
  await db().$transaction(
    async (tx) => {
      const rows = await tx.$queryRaw<{ is_scattered: boolean }[]>`
        SELECT stray_line_at IS NOT NULL AS is_scattered FROM run WHERE id = ${runId} AND last_seq = ${lastSeq}::int AND sealed_at IS NULL FOR UPDATE`;
      if (!rows[0]) return;
      if (rows[0].is_scattered) await settleClocks(tx, runId);
      await rollUpRun(tx, runId);
      await noteFirstErrors(tx, runId);
      await tx.run.update({ where: { id: runId }, data: { sealedAt: new Date() } });
    },
    { timeout: 60_000 },
  );
}
