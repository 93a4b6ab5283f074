import 'server-only';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import type { RunSummary } from '../../schema';
import { RUN_COLUMNS, toRunSummary, type RunRow } from './run-row';

/** The facts of a run's header: what a writer is answered and a live tail sends. The caller has authorised. Throws `not_found`. */
export async function getRunSummary(runId: string): Promise<RunSummary> {
  return toRunSummary(await getRunRow(runId));
}

/** As getRunSummary, with what answers do not hold. */
export async function getRunRow(runId: string): Promise<RunRow> {
  const rows = await db().$queryRaw<RunRow[]>`
    SELECT ${RUN_COLUMNS} FROM run r JOIN job j ON j.id = r.job_id WHERE r.id = ${runId}`;
  if (!rows[0]) throw new AppError('not_found', 'There is no such run.');
  return rows[0];
}
