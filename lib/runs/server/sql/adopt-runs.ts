import 'server-only';
import { unrollRun } from '@/lib/store/counters/server/sql/unroll-run';
import type { SqlTransaction } from '@/lib/db/sql-transaction';
import { UNKNOWN_JOB } from '../../job-facts';
import { takeRunNumbers } from './ensure-jobs';

type Adoption = { runId: string; jobId: string };

/**
 * Moves runs whose lines named no job at first to the job that is known now; answers which of them moved, in the order given:
 * of two jobs the first gets the run. The caller holds the jobs' locks.
 */
export async function adoptRuns(tx: SqlTransaction, adoptions: readonly Adoption[]): Promise<boolean[]> {
  const moved: boolean[] = [];
  for (const { runId, jobId } of adoptions) {
    const rows = await tx.$queryRaw<{ is_rolled: boolean }[]>`
      SELECT rolled_day IS NOT NULL AS is_rolled FROM run WHERE id = ${runId} AND job_id = ${UNKNOWN_JOB.id} FOR UPDATE`;
    moved.push(rows.length > 0);
    if (!rows[0]) continue;
    if (rows[0].is_rolled) await unrollRun(tx, runId);
    const [number = 0] = await takeRunNumbers(tx, [jobId]);
    await tx.$executeRaw`UPDATE run SET job_id = ${jobId}, number = ${number}::int WHERE id = ${runId}`;
  }
  return moved;
}
