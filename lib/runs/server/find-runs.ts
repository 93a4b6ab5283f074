import 'server-only';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/generated/prisma/client';
import { formatRunCursor } from '../run-cursor';
import type { FindRunsQuery, RunPage } from '../schema';
import { endPastDaysForReader } from './sql/end-past-days';
import { findJobHistories } from './find-job-histories';
import { runCursorCondition } from './sql/run-cursor-condition';
import { runConditions } from './sql/run-conditions';
import { RUN_ROW_COLUMNS, toRunSummary, type StoredRun } from './sql/run-row';

/** Runs, newest start first. Pages are keyset, so every page costs the same; throws `invalid_request` for a bad cursor. */
export async function findRuns(viewer: Viewer, query: FindRunsQuery): Promise<RunPage> {
  assertCan(viewer, 'runs:read');
  await endPastDaysForReader();
  const conditions = [...runConditions(query), ...runCursorCondition(query.cursor)];
  const where = conditions.length > 0 ? Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')}` : Prisma.empty;
  // run_started_at_id_idx, run_job_id_started_at_id_idx or run_status_started_at_id_idx, all in the order wanted.
  const rows = await db().$queryRaw<StoredRun[]>`
    SELECT ${RUN_ROW_COLUMNS} FROM run r JOIN job j ON j.id = r.job_id
    ${where} ORDER BY r.started_at DESC, r.id DESC LIMIT ${query.limit + 1}`;
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  const jobIds = query.include?.includes('jobHistories') && new Set(shown.map((row) => row.job_id));
  return {
    runs: shown.map(toRunSummary),
    nextCursor: last ? formatRunCursor({ startedAt: last.started_at, id: last.id }) : null,
    ...(jobIds && { jobHistories: await findJobHistories(viewer, [...jobIds]) }),
  };
}
