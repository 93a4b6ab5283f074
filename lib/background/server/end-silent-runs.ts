import 'server-only';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { concludeDevices } from '@/lib/runs/server/conclude-devices';
import { announceRuns } from '@/lib/tail/server/announce-runs';

/**
 * Ends runs whose end nobody will send: a job's implicit run and an announced run become stale after their times of
 * silence, the day of a system job ends when it is over. They end with their last line; a later one opens such a run
 * again. Uses run_status_started_at_id_idx.
 */
export async function endSilentRuns(): Promise<string[]> {
  const { JOB_IDLE_SECONDS, RUN_STALE_SECONDS } = env();
  const rows = await db().$queryRaw<{ id: string }[]>`
    WITH silent AS (
      SELECT r.id, r.is_implicit AND j.is_system AS is_day
      FROM run r JOIN job j ON j.id = r.job_id
      WHERE r.status IN ('queued', 'running')
        AND r.last_received_at < now() - make_interval(secs => CASE WHEN r.is_implicit THEN ${JOB_IDLE_SECONDS}::int
                                                                    ELSE ${RUN_STALE_SECONDS}::int END)
        AND (NOT (r.is_implicit AND j.is_system) OR r.started_at < date_trunc('day', now(), 'UTC')))
    UPDATE run SET
      status = CASE WHEN silent.is_day THEN 'succeeded' ELSE 'stale' END,
      finished_at = greatest(run.started_at, least(run.last_received_at,
        (SELECT max(c.max_time) FROM log_chunk c WHERE c.run_id = run.id)))
    FROM silent WHERE run.id = silent.id AND run.status IN ('queued', 'running')
    RETURNING run.id`;
  const runIds = rows.map(({ id }) => id);
  for (const runId of runIds) await db().$transaction((tx) => concludeDevices(tx, { runId, status: 'stale' }));
  announceRuns(runIds);
  return runIds;
}
