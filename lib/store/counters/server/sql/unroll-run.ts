import 'server-only';
import type { SqlTransaction } from '@/lib/db/sql-transaction';
import { NO_LINES } from '@/lib/store/chunks/server/sql/level-counts';
import { takeBackRuns } from './take-back-runs';

/**
 * Undoes a run's roll-up before its job or the day of its start changes, since the coarser counters know it under the
 * old ones. It is sealed and rolled up again by the next sweep. The caller holds the run's lock.
 */
export async function unrollRun(tx: SqlTransaction, runId: string): Promise<void> {
  await takeBackRuns(tx, [runId]);
  await tx.$executeRaw`UPDATE line_count SET rolled = 0 WHERE run_id = ${runId}`;
  await tx.$executeRaw`UPDATE run_device SET rolled_level_counts = ${NO_LINES} WHERE run_id = ${runId}`;
  await tx.$executeRaw`UPDATE run SET rolled_day = NULL, sealed_at = NULL WHERE id = ${runId}`;
}
