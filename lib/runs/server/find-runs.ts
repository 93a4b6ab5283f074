import 'server-only';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import { containsPattern } from '@/lib/db/escape-like';
import { AppError } from '@/lib/errors';
import { Prisma } from '@/lib/generated/prisma/client';
import { formatRunCursor, parseRunCursor } from '../run-cursor';
import type { FindRunsQuery, RunFilter, RunPage } from '../schema';
import { RUN_COLUMNS, toRunSummary, type RunRow } from './run-row';

/** Runs, newest start first. Pages are keyset, so every page costs the same; throws `invalid_request` for a bad cursor. */
export async function findRuns(viewer: Viewer, query: FindRunsQuery): Promise<RunPage> {
  assertCan(viewer, 'runs:read');
  const conditions = [...filterConditions(query), ...cursorCondition(query.cursor)];
  const where = conditions.length > 0 ? Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')}` : Prisma.empty;
  // run_started_at_id_idx, run_job_id_started_at_id_idx or run_status_started_at_id_idx, all in the order wanted.
  const rows = await db().$queryRaw<RunRow[]>`
    SELECT ${RUN_COLUMNS} FROM run r JOIN job j ON j.id = r.job_id
    ${where} ORDER BY r.started_at DESC, r.id DESC LIMIT ${query.limit + 1}`;
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  return {
    runs: shown.map(toRunSummary),
    nextCursor: last ? formatRunCursor({ startedAt: last.started_at, id: last.id }) : null,
  };
}

function filterConditions({ status, job, type, device, from, to, q }: RunFilter): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  if (status) conditions.push(Prisma.sql`r.status = ANY(${status})`);
  if (job) conditions.push(Prisma.sql`r.job_id = ANY(${job})`);
  if (type) conditions.push(Prisma.sql`j.type = ANY(${type})`);
  // run_device_pkey: asked once a candidate run.
  if (device) {
    conditions.push(
      Prisma.sql`EXISTS (SELECT 1 FROM run_device d WHERE d.run_id = r.id AND d.device = ANY(${device}))`,
    );
  }
  if (from) conditions.push(Prisma.sql`r.started_at >= ${new Date(from)}`);
  if (to) conditions.push(Prisma.sql`r.started_at < ${new Date(to)}`);
  if (q) {
    const pattern = containsPattern(q);
    const number = /^#?\d{1,9}$/.test(q) ? Number(q.replace('#', '')) : null;
    conditions.push(Prisma.sql`(j.name ILIKE ${pattern} OR r.id ILIKE ${pattern} OR r.job_id ILIKE ${pattern}
      OR r.result_text ILIKE ${pattern} OR r.gateway ILIKE ${pattern} OR r.trigger ILIKE ${pattern} OR r.number = ${number}::int)`);
  }
  return conditions;
}

function cursorCondition(text: string | undefined): Prisma.Sql[] {
  if (text === undefined) return [];
  const cursor = parseRunCursor(text);
  if (!cursor) throw new AppError('invalid_request', 'cursor: expected the nextCursor of an earlier answer.');
  return [Prisma.sql`(r.started_at, r.id) < (${cursor.startedAt}::timestamptz, ${cursor.id})`];
}
