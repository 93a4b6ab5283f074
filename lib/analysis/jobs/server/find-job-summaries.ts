import 'server-only';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/generated/prisma/client';
import { formatRunCursor } from '@/lib/runs/run-cursor';
import { runCursorCondition } from '@/lib/runs/server/sql/run-cursor-condition';
import { endPastDaysForReader } from '@/lib/runs/server/sql/end-past-days';
import { findLastRuns, type LastRun } from '@/lib/runs/server/sql/find-last-runs';
import { findUsualDurations } from '@/lib/runs/server/sql/find-usual-durations';
import { runConditions } from '@/lib/runs/server/sql/run-conditions';
import { RUN_ROW_COLUMNS, toRunSummary, type StoredRun } from '@/lib/runs/server/sql/run-row';
import { isOpen } from '@/lib/runs/status';
import { groupBy } from '../../causes/group-by';
import { findStreak, rateSuccess } from '../judge-runs';
import { RECENT_RUNS, type FindJobsQuery, type JobPage } from '../schema';
import { findLastFailures } from './sql/find-last-failures';
import { learnJobSchedules } from './sql/learn-job-schedules';

/**
 * Jobs whose last run fits the filter, the one that started last first, and how each usually behaves. Pages are keyset;
 * jobs without runs are left out. Throws `invalid_request` for a bad cursor.
 */
export async function findJobSummaries(viewer: Viewer, query: FindJobsQuery, nowMs = Date.now()): Promise<JobPage> {
  assertCan(viewer, 'runs:read');
  await endPastDaysForReader();
  const rows = await findJobsWithLastRun(query);
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  const jobIds = shown.map((row) => row.job_id);
  const [recents, usuals, failures, schedules] = await Promise.all([
    findLastRuns(jobIds, RECENT_RUNS),
    findUsualDurations(jobIds.map((jobId) => ({ jobId, isRetry: false }))),
    findLastFailures(jobIds),
    learnJobSchedules(
      shown.map(({ id, job_id: jobId }) => ({ jobId, lastRunId: id })),
      nowMs,
    ),
  ]);
  const recentsOf = groupBy(recents, ({ job_id: jobId }) => jobId);
  return {
    jobs: shown.map((row, index) => {
      const recent = recentsOf.get(row.job_id) ?? [];
      return {
        jobId: row.job_id,
        name: row.job_name,
        type: row.job_type,
        lastRun: toRunSummary(row),
        recentRuns: recent.map(toRecentRun),
        successRate: rateSuccess(recent),
        streak: findStreak(recent),
        usualDuration: usuals[index] ?? null,
        failingDevices: recent.findLast(({ status }) => !isOpen(status))?.bad_devices ?? 0,
        lastFailure: failures.get(row.job_id) ?? null,
        schedule: schedules.get(row.job_id) ?? null,
      };
    }),
    nextCursor: last ? formatRunCursor({ startedAt: last.started_at, id: last.id }) : null,
  };
}

const toRecentRun = ({ id, number, status, started_at: startedAt, duration_ms: durationMs }: LastRun) => ({
  runId: id,
  number,
  status,
  startedAt: startedAt.toISOString(),
  durationMs,
});

/** Uses run_job_id_started_at_id_idx once a job. */
function findJobsWithLastRun({ limit, cursor, ...filter }: FindJobsQuery): Promise<StoredRun[]> {
  const conditions = [...runConditions(filter), ...runCursorCondition(cursor)];
  const where = conditions.length > 0 ? Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')}` : Prisma.empty;
  return db().$queryRaw<StoredRun[]>`
    SELECT ${RUN_ROW_COLUMNS} FROM job j
    CROSS JOIN LATERAL (
      SELECT run.* FROM run WHERE run.job_id = j.id ORDER BY run.started_at DESC, run.id DESC LIMIT 1) AS r
    ${where} ORDER BY r.started_at DESC, r.id DESC LIMIT ${limit + 1}`;
}
