import 'server-only';
import { db } from '@/lib/db/client';
import type { UsualDuration } from '../schema';
import { buildUsualDuration } from '../usual-duration';

const MAX_RUNS = 20;
/** Runs that were cancelled or have not ended are passed over, but not without end. */
const MAX_LOOKED_AT = 60;

type RunPlace = { id: string; job_id: string; started_at: Date; attempt: number };

/**
 * How long the job's last 20 runs before this one took. First attempts are compared with each other, since a retry works on
 * a few devices only. Uses run_job_id_started_at_id_idx.
 */
export async function findUsualDuration(run: RunPlace): Promise<UsualDuration | null> {
  const { id, job_id: jobId, started_at: startedAt, attempt } = run;
  const rows = await db().$queryRaw<{ ms: number }[]>`
    SELECT (extract(epoch FROM e.finished_at - e.started_at) * 1000)::float8 AS ms FROM (
      SELECT r.id, r.started_at, r.finished_at, r.status, r.attempt FROM run r
      WHERE r.job_id = ${jobId} AND (r.started_at, r.id) < (${startedAt}::timestamptz, ${id})
      ORDER BY r.started_at DESC, r.id DESC LIMIT ${MAX_LOOKED_AT}::int) e
    WHERE e.status IN ('succeeded', 'partial', 'failed') AND e.finished_at >= e.started_at
      AND (e.attempt > 1) = ${attempt > 1}
    ORDER BY e.started_at DESC, e.id DESC LIMIT ${MAX_RUNS}::int`;
  return buildUsualDuration(rows.map(({ ms }) => Math.round(ms)));
}
