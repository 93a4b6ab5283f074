import 'server-only';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { concludeDevices } from '@/lib/runs/server/sql/conclude-devices';
import { endPastDays } from '@/lib/runs/server/sql/end-past-days';
import { announceRuns } from '@/lib/runs/server/sql/announce-runs';

/**
 * Ends runs whose end nobody will send: implicit and announced runs become stale after their times of silence. They end
 * with their last believable line; a later line opens such a run again. The days of the built-in job end when they are
 * over. Uses run_status_started_at_id_idx.
 */
export async function endSilentRuns(): Promise<string[]> {
  const { JOB_IDLE_SECONDS, RUN_STALE_SECONDS } = env();
  const days = await endPastDays();
  const rows = await db().$queryRaw<{ id: string }[]>`
    UPDATE run SET status = 'stale', finished_at = greatest(started_at, least(last_received_at, last_line_at))
    FROM job j
    WHERE j.id = run.job_id AND run.status IN ('queued', 'running') AND NOT (run.is_implicit AND j.is_system)
      AND run.last_received_at < now() - make_interval(secs => CASE WHEN run.is_implicit THEN ${JOB_IDLE_SECONDS}::int
                                                                    ELSE ${RUN_STALE_SECONDS}::int END)
    RETURNING run.id`;
  const runIds = rows.map(({ id }) => id);
  for (const runId of runIds) await db().$transaction((tx) => concludeDevices(tx, { runId, status: 'stale' }));
  announceRuns(runIds);
  return [...days, ...runIds];
}
