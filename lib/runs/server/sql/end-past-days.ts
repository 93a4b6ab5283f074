import 'server-only';
import { db } from '@/lib/db/client';
import { logErrorLine } from '@/lib/log-error';
import { announceRuns } from './announce-runs';
import { concludeDevices } from './conclude-devices';

/**
 * Ends the runs of the built-in jobs whose day (UTC) is over, with their last line; answers their ids. Lines that come later
 * still go in. A run that somebody else holds, to write or to delete it, is left for the next time. Uses run_status_started_at_id_idx.
 */
export async function endPastDays(): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    UPDATE run SET status = 'succeeded', finished_at = greatest(started_at, least(last_received_at, last_line_at))
    WHERE id IN (
      SELECT r.id FROM run r JOIN job j ON j.id = r.job_id
      WHERE r.status = 'running' AND r.is_implicit AND j.is_system AND r.started_at < date_trunc('day', now(), 'UTC')
      FOR UPDATE OF r SKIP LOCKED)
    RETURNING id`;
  const runIds = rows.map(({ id }) => id);
  for (const runId of runIds) await db().$transaction((tx) => concludeDevices(tx, { runId, status: 'succeeded' }));
  if (runIds.length > 0) announceRuns(runIds);
  return runIds;
}

/**
 * Called before runs are read, so that no list shows yesterday as running. A database that cannot write can still be
 * read.
 */
export async function endPastDaysForReader(): Promise<void> {
  try {
    await endPastDays();
  } catch (error) {
    logErrorLine('end of day', error instanceof Error ? error.message : String(error));
  }
}
