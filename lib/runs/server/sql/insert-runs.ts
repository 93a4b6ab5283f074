import 'server-only';
import { int4Array, textArray } from '@/lib/db/binary-array';
import type { SqlTransaction } from '@/lib/db/sql-transaction';
import type { NewRun } from './ensured-run';

export type RunRowToInsert = { run: NewRun; runId: string; number: number };

/**
 * Inserts all runs in one statement and answers the inserted ones with their creation time in milliseconds. A run whose
 * address is taken is left out. Rows go in by address order, so that two servers cannot deadlock.
 */
export async function insertRuns(tx: SqlTransaction, rows: readonly RunRowToInsert[]): Promise<Map<string, number>> {
  if (rows.length === 0) return new Map();
  const texts = (valueOf: (run: NewRun) => string | undefined | null) =>
    textArray(rows.map(({ run }) => valueOf(run) ?? ''));
  const times = (valueOf: (run: NewRun) => Date | undefined) => texts((run) => valueOf(run)?.toISOString());
  const inserted = await tx.$queryRaw<{ id: string; created_ms: number }[]>`
    INSERT INTO run (id, sender_run_id, job_id, number, status, is_implicit, is_start_given, started_at, finished_at, queued_at,
                     trigger, gateway, attempt)
    SELECT w.id, nullif(w.sender_run_id, ''), w.job_id, w.number, w.status, w.is_implicit = 't', w.is_start_given = 't',
           w.started_at::timestamptz, nullif(w.finished_at, '')::timestamptz, nullif(w.queued_at, '')::timestamptz,
           nullif(w.trigger, ''), nullif(w.gateway, ''), w.attempt
    FROM unnest(${textArray(rows.map(({ runId }) => runId))}::text[], ${texts((run) => run.senderRunId)}::text[],
                ${texts(({ job }) => job.id)}::text[], ${int4Array(rows.map(({ number }) => number))}::int[],
                ${texts(({ status }) => status)}::text[], ${texts(({ isImplicit }) => (isImplicit ? 't' : 'f'))}::text[],
                ${texts(({ isStartGiven }) => (isStartGiven ? 't' : 'f'))}::text[], ${times((run) => run.startedAt)}::text[],
                ${times((run) => run.finishedAt)}::text[], ${times((run) => run.queuedAt)}::text[],
                ${texts((run) => run.trigger)}::text[], ${texts((run) => run.gateway)}::text[],
                ${int4Array(rows.map(({ run }) => run.attempt ?? 1))}::int[])
         AS w(id, sender_run_id, job_id, number, status, is_implicit, is_start_given, started_at, finished_at, queued_at,
              trigger, gateway, attempt)
    ORDER BY w.id
    ON CONFLICT (id) DO NOTHING
    RETURNING id, (extract(epoch FROM created_at) * 1000)::float8 AS created_ms`;
  return new Map(inserted.map((row) => [row.id, Math.round(row.created_ms)]));
}
