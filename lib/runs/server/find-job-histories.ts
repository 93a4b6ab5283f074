import 'server-only';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import type { JobHistory } from '../schema';
import { findLastRuns } from './sql/find-last-runs';
import { findUsualDurations } from './sql/find-usual-durations';

/** As many bars as can be told apart in a row of the job list. */
const HISTORY_RUNS = 20;

/** The last 20 runs of each job, oldest first, and how long its runs usually take; a job without runs is left out. */
export async function findJobHistories(viewer: Viewer, jobIds: string[]): Promise<JobHistory[]> {
  assertCan(viewer, 'runs:read');
  const [rows, usuals] = await Promise.all([
    findLastRuns(jobIds, HISTORY_RUNS),
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
