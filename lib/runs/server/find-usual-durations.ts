import 'server-only';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import type { UsualDuration } from '../schema';
import { buildUsualDuration, MAX_USUAL_RUNS } from '../usual-duration';

/** The last 20 are looked for among so many; runs that no end was seen of cannot make it a long search. */
const LOOKED_AT_RUNS = 100;

/** How long each job's last 20 runs took, first attempts only; a job with too few has none. Uses run_job_id_started_at_id_idx. */
export async function findUsualDurations(viewer: Viewer, jobIds: string[]): Promise<Map<string, UsualDuration>> {
  assertCan(viewer, 'runs:read');
  const rows = await db().$queryRaw<{ job_id: string; ms: number[] }[]>`
    SELECT wanted.job_id, ARRAY(
      SELECT (extract(epoch FROM latest.finished_at - latest.started_at) * 1000)::float8
      FROM (SELECT id, status, attempt, started_at, finished_at FROM run WHERE run.job_id = wanted.job_id
            ORDER BY started_at DESC, id DESC LIMIT ${LOOKED_AT_RUNS}::int) AS latest
      WHERE latest.status IN ('succeeded', 'partial', 'failed') AND latest.finished_at >= latest.started_at
        AND latest.attempt = 1
      ORDER BY latest.started_at DESC, latest.id DESC LIMIT ${MAX_USUAL_RUNS}::int) AS ms
    FROM unnest(${jobIds}::text[]) AS wanted(job_id)`;
  return new Map(
    rows.flatMap(({ job_id: jobId, ms }) => {
      const usual = buildUsualDuration(ms.map(Math.round));
      return usual ? [[jobId, usual] as const] : [];
    }),
  );
}
