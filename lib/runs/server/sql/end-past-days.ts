import 'server-only';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/generated/prisma/client';
import { logErrorLine } from '@/lib/log-error';
import { processState } from '@/lib/process-state';
import { announceRuns } from './announce-runs';
import { concludeDevices } from './conclude-devices';

/** Runs (r) of the built-in jobs that a day before today (UTC) left open. */
const OPEN_PAST_DAYS = Prisma.sql`FROM run r JOIN job j ON j.id = r.job_id
  WHERE r.status = 'running' AND r.is_implicit AND j.is_system AND r.started_at < date_trunc('day', now(), 'UTC')`;

/**
 * Ends the runs of the built-in jobs whose day (UTC) is over, with their last line; answers their ids. Lines that come later
 * still go in. A run that somebody else holds, to write or to delete it, is left for the next time. Uses run_status_started_at_id_idx.
 */
export async function endPastDays(): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    UPDATE run SET status = 'succeeded', finished_at = greatest(started_at, least(last_received_at, last_line_at))
    WHERE id IN (SELECT r.id ${OPEN_PAST_DAYS} FOR UPDATE OF r SKIP LOCKED)
    RETURNING id`;
  const runIds = rows.map(({ id }) => id);
  for (const runId of runIds) await db().$transaction((tx) => concludeDevices(tx, { runId, status: 'succeeded' }));
  if (runIds.length > 0) announceRuns(runIds);
  return runIds;
}

/** The day (UTC) of the database's clock on which no day before it was open any more. */
const state = processState('pastDays', () => ({ endedOn: '' }));

/**
 * Called before runs are read, so that no list shows yesterday as running: the day's first read ends it, the others ask nothing,
 * since a past day is not opened again. A database that cannot write can still be read.
 */
export async function endPastDaysForReader(): Promise<void> {
  if (state().endedOn === new Date().toISOString().slice(0, 10)) return;
  try {
    await endPastDays();
    const { day, isOpen } = await findPastDay();
    if (!isOpen) state().endedOn = day;
  } catch (error) {
    logErrorLine('end of day', error instanceof Error ? error.message : String(error));
  }
}

/** Today by the database, and whether a day before it is open still, as one is whose run somebody else holds. */
async function findPastDay(): Promise<{ day: string; isOpen: boolean }> {
  const [row] = await db().$queryRaw<{ day: string; is_open: boolean }[]>`
    SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, EXISTS (SELECT ${OPEN_PAST_DAYS}) AS is_open`;
  return { day: row?.day ?? '', isOpen: row?.is_open ?? true };
}
