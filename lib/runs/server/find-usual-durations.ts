import 'server-only';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import type { UsualDuration } from '../schema';

const USUAL_RUNS = 20;
/** The last 20 that have ended are looked for among so many; runs that no end was seen of cannot make it a long search. */
const LOOKED_AT_RUNS = 100;
/** Of fewer runs no one can say what is usual. */
const MIN_RUNS = 3;

type UsualRow = { job_id: string; p50_ms: number; p90_ms: number; run_count: number };

/** Median and p90 of how long the last 20 ended runs of each job took; a job with fewer than 3 has none. */
export async function findUsualDurations(viewer: Viewer, jobIds: string[]): Promise<Map<string, UsualDuration>> {
  assertCan(viewer, 'runs:read');
  // run_job_id_started_at_id_idx, its first entries a job.
  const rows = await db().$queryRaw<UsualRow[]>`
    SELECT wanted.job_id, u.p50_ms, u.p90_ms, u.run_count
    FROM unnest(${jobIds}::text[]) AS wanted(job_id)
    CROSS JOIN LATERAL (
      SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY ended.ms)::int AS p50_ms,
             percentile_cont(0.9) WITHIN GROUP (ORDER BY ended.ms)::int AS p90_ms, count(*)::int AS run_count
      FROM (
        SELECT least(greatest(extract(epoch FROM latest.finished_at - latest.started_at) * 1000, 0), 2147483647)::float8 AS ms
        FROM (SELECT id, started_at, finished_at FROM run WHERE run.job_id = wanted.job_id
              ORDER BY started_at DESC, id DESC LIMIT ${LOOKED_AT_RUNS}::int) AS latest
        WHERE latest.finished_at IS NOT NULL ORDER BY latest.started_at DESC, latest.id DESC LIMIT ${USUAL_RUNS}::int
      ) AS ended
    ) AS u
    WHERE u.run_count >= ${MIN_RUNS}::int`;
  return new Map(rows.map((row) => [row.job_id, { medianMs: row.p50_ms, p90Ms: row.p90_ms, runCount: row.run_count }]));
}
