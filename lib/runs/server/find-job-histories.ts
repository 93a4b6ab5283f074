import 'server-only';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import type { JobHistory } from '../schema';
import type { RunStatus } from '../status';
import { findUsualDurations } from './sql/find-usual-durations';

/** As many bars as can be told apart in a row of the job list. */
const HISTORY_RUNS = 20;

type HistoryRow = { id: string; job_id: string; number: number; status: RunStatus; duration_ms: number | null };

/** The last 20 runs of each job, oldest first, and how long its runs usually take; a job without runs is left out. */
export async function findJobHistories(viewer: Viewer, jobIds: string[]): Promise<JobHistory[]> {
  assertCan(viewer, 'runs:read');
  const [rows, usuals] = await Promise.all([
    findLastRuns(jobIds),
    findUsualDurations(jobIds.map((jobId) => ({ jobId, isRetry: false }))),
  ]);
  const histories = new Map<string, JobHistory>();
  for (const { id, job_id: jobId, number, status, duration_ms: durationMs } of rows) {
    const history = histories.get(jobId) ?? { jobId, usual: usuals[jobIds.indexOf(jobId)] ?? null, runs: [] };
    history.runs.push({ runId: id, number, status, durationMs });
    histories.set(jobId, history);
  }
  return [...histories.values()];
}

/** run_job_id_started_at_id_idx, its first 20 entries a job. */
const findLastRuns = (jobIds: string[]): Promise<HistoryRow[]> => db().$queryRaw<HistoryRow[]>`
  SELECT r.id, r.job_id, r.number, r.status,
         CASE WHEN r.finished_at IS NOT NULL
         THEN least(greatest(extract(epoch FROM r.finished_at - r.started_at) * 1000, 0), 2147483647)::int END AS duration_ms
  FROM unnest(${jobIds}::text[]) AS wanted(job_id)
  CROSS JOIN LATERAL (
    SELECT id, job_id, number, status, started_at, finished_at FROM run
    WHERE run.job_id = wanted.job_id ORDER BY started_at DESC, id DESC LIMIT ${HISTORY_RUNS}::int
  ) AS r
  ORDER BY r.job_id, r.started_at, r.id`;
