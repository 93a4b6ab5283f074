import 'server-only';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import type { RunSummary } from '../../schema';
import { RUN_ROW_COLUMNS, toRunSummary, type StoredRun } from './run-row';

/**
 * The facts of a run's header, for answers to writers and for live tails. The caller has authorised. Throws
 * `not_found`.
 */
export async function getRunSummary(runId: string): Promise<RunSummary> {
  return toRunSummary(await getRunRow(runId));
}

/** Like getRunSummary, with facts that no answer holds. */
export async function getRunRow(runId: string): Promise<StoredRun> {
  const rows = await db().$queryRaw<StoredRun[]>`
    SELECT ${RUN_ROW_COLUMNS} FROM run r JOIN job j ON j.id = r.job_id WHERE r.id = ${runId}`;
  if (!rows[0]) throw new AppError('not_found', 'There is no such run.');
  return rows[0];
}
