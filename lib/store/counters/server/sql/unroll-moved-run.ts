import 'server-only';
import type { SqlTransaction } from '@/lib/db/sql-transaction';
import { unrollRun } from './unroll-run';

/**
 * Call it before a run's start is corrected to `startedAt`, in the same transaction: if the day changes, its devices
 * count on the new day.
 */
export async function unrollMovedRun(tx: SqlTransaction, runId: string, startedAt: Date): Promise<void> {
  const rows = await tx.$queryRaw<{ rolledDay: Date | null }[]>`
    SELECT rolled_day AS "rolledDay" FROM run WHERE id = ${runId} FOR UPDATE`;
  const rolledDay = rows[0]?.rolledDay ?? null;
  if (rolledDay && dayOf(rolledDay) !== dayOf(startedAt)) await unrollRun(tx, runId);
}

const dayOf = (time: Date): string => time.toISOString().slice(0, 10);
