import 'server-only';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { toLine } from '@/lib/store/chunks/server/sql/line-row';
import { pickLines } from '@/lib/store/chunks/server/sql/pick-lines';
import type { RunDetail, RunSummary } from '../schema';
import { endPastDaysForReader } from './sql/end-past-days';
import { findGaps } from './sql/find-gaps';
import { findUsualDurations, type UsualOf } from './sql/find-usual-durations';
import { RUN_ROW_COLUMNS, toRunSummary, type StoredRun } from './sql/run-row';

type DetailRow = StoredRun & { first_error_seq: number | null };

/** One run with everything its page shows but lines and devices. Throws `not_found`. */
export async function getRun(viewer: Viewer, runId: string): Promise<RunDetail> {
  assertCan(viewer, 'runs:read');
  await endPastDaysForReader();
  const rows = await db().$queryRaw<DetailRow[]>`
    SELECT ${RUN_ROW_COLUMNS}, r.first_error_seq FROM run r JOIN job j ON j.id = r.job_id WHERE r.id = ${runId}`;
  const row = rows[0];
  if (!row) throw new AppError('not_found', 'There is no such run.');
  const [componentCounts, gaps, neighbours, firstError, usualDurations] = await Promise.all([
    countComponents(runId),
    findGaps(runId),
    findNeighbours(row),
    row.first_error_seq === null ? null : findFirstError(runId, row.first_error_seq),
    findUsualDurations([usualOf(row)]),
  ]);
  const summary = toRunSummary(row);
  return {
    ...summary,
    componentCounts,
    gaps: gaps.shown,
    missingLineCount: missingLines(summary, gaps.missing),
    firstError,
    ...neighbours,
    usualDuration: usualDurations[0] ?? null,
  };
}

/** As it was when the run started, so that a run is not compared with itself. */
const usualOf = ({ id, job_id: jobId, started_at: startedAt, attempt }: StoredRun): UsualOf => ({
  jobId,
  before: { startedAt, runId: id },
  isRetry: attempt > 1,
});

/**
 * A hole in the numbers and a declared count that was not reached can mean the same lines: the larger number counts.
 */
function missingLines({ declaredLineCount, lineCount }: RunSummary, missingInGaps: number): number {
  return Math.max(missingInGaps, declaredLineCount === null ? 0 : declaredLineCount - lineCount);
}

/** Uses line_count_pkey. */
async function countComponents(runId: string): Promise<Record<string, number>> {
  const rows = await db().lineCount.groupBy({ by: ['component'], where: { runId }, _sum: { count: true } });
  const counts = rows.map(({ component, _sum }): [string, number] => [component, _sum.count ?? 0]);
  return Object.fromEntries(counts.sort((a, b) => b[1] - a[1]));
}

/** Uses run_job_id_started_at_id_idx in both directions. */
async function findNeighbours({ id, job_id: jobId, started_at: startedAt }: StoredRun) {
  const rows = await db().$queryRaw<{ previous: string | null; next: string | null }[]>`
    SELECT (SELECT p.id FROM run p WHERE p.job_id = ${jobId} AND (p.started_at, p.id) < (${startedAt}::timestamptz, ${id})
            ORDER BY p.started_at DESC, p.id DESC LIMIT 1) AS previous,
           (SELECT n.id FROM run n WHERE n.job_id = ${jobId} AND (n.started_at, n.id) > (${startedAt}::timestamptz, ${id})
            ORDER BY n.started_at, n.id LIMIT 1) AS next`;
  return { previousRunId: rows[0]?.previous ?? null, nextRunId: rows[0]?.next ?? null };
}

async function findFirstError(runId: string, seq: number): Promise<RunDetail['firstError']> {
  const [row] = await pickLines([{ runId, seq }]);
  if (!row) return null;
  const { time, level, component, device, message } = toLine(row);
  return { seq, time, level, component, device, message };
}
