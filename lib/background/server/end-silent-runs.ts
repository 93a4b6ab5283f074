import 'server-only';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { concludeDevices } from '@/lib/runs/server/conclude-devices';
import { announceRuns } from '@/lib/tail/server/announce-runs';

/**
 * Ends runs whose end nobody will send: a job's implicit run and an announced run become stale after their times of
 * silence, the day of a system job simply ends. A later line opens such a run again. Uses run_status_started_at_id_idx.
 */
export async function endSilentRuns(): Promise<string[]> {
  const { JOB_IDLE_SECONDS, RUN_STALE_SECONDS } = env();
  const rows = await db().$queryRaw<{ id: string }[]>`
    UPDATE run SET finished_at = run.last_received_at, status = CASE WHEN silent.is_day THEN 'succeeded' ELSE 'stale' END
    FROM (
      SELECT r.id, r.is_implicit AND j.is_system AS is_day
      FROM run r JOIN job j ON j.id = r.job_id
      WHERE r.status IN ('queued', 'running') AND r.last_received_at < now() - CASE
        WHEN r.is_implicit AND j.is_system THEN greatest(interval '1 hour', now() - date_trunc('day', now(), 'UTC'))
        WHEN r.is_implicit THEN make_interval(secs => ${JOB_IDLE_SECONDS})
        ELSE make_interval(secs => ${RUN_STALE_SECONDS}) END) AS silent
    WHERE run.id = silent.id AND run.status IN ('queued', 'running')
    RETURNING run.id`;
  const runIds = rows.map(({ id }) => id);
  for (const runId of runIds) await db().$transaction((tx) => concludeDevices(tx, runId));
  announceRuns(runIds);
  return runIds;
}
