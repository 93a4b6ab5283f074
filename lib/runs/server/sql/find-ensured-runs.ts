import 'server-only';
import { textArray } from '@/lib/db/binary-array';
import { db } from '@/lib/db/client';
import type { SqlTransaction } from '@/lib/db/sql-transaction';
import { UNKNOWN_JOB } from '../../job-facts';
import type { EnsuredRun, NewRun } from './ensured-run';

type Found = {
  /** In the order wanted; null where there is none. */
  runs: (EnsuredRun | null)[];
  /** Indexes of those whose job has another name or type by now, or is not known yet. */
  stale: number[];
  /** Runs first seen without a job, now wanted with one that has no such run. */
  orphans: { at: number; runId: string }[];
};

type Row = { index: number; id: string; created_ms: number; job_id: string; name: string; type: string };

/**
 * Finds runs by job and the sender's id, or by the address that the sender was given. Without a job: the open run of
 * that id, or the latest. Uses run_sender_run_id_job_id_key and run_pkey.
 */
export async function findEnsuredRuns(wanted: readonly NewRun[], tx: SqlTransaction = db()): Promise<Found> {
  const named = wanted.flatMap((run, index) => (nameOf(run) === null ? [] : [{ run, index }]));
  const runs: Found['runs'] = wanted.map(() => null);
  const found: Found = { runs, stale: [], orphans: [] };
  if (named.length === 0) return found;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT w.index::int AS index, r.id, (extract(epoch FROM r.created_at) * 1000)::float8 AS created_ms, r.job_id, j.name, j.type
    FROM unnest(${textArray(named.map(({ run }) => jobIdOf(run)))}::text[], ${textArray(named.map(({ run }) => nameOf(run) ?? ''))}::text[])
         WITH ORDINALITY AS w(job_id, name, index)
    CROSS JOIN LATERAL (
      SELECT f.* FROM (
        SELECT s.id, s.created_at, s.job_id, s.status, s.started_at, CASE WHEN s.job_id = w.job_id THEN 0 ELSE 2 END AS rank
        FROM run s WHERE s.sender_run_id = w.name AND (w.job_id = '' OR s.job_id IN (w.job_id, ${UNKNOWN_JOB.id}))
        UNION ALL
        SELECT a.id, a.created_at, a.job_id, a.status, a.started_at, CASE WHEN w.job_id = '' THEN 3 ELSE 1 END
        FROM run a WHERE a.id = w.name AND (w.job_id = '' OR a.job_id = w.job_id)) f
      ORDER BY f.rank, f.status IN ('queued', 'running') DESC, f.started_at DESC, f.id DESC LIMIT 1) r
    JOIN job j ON j.id = r.job_id`;
  for (const row of rows) {
    const one = named[row.index - 1];
    if (one) sortFound(found, one, row);
  }
  return found;
}

function sortFound(found: Found, { run: { job }, index }: { run: NewRun; index: number }, row: Row): void {
  found.runs[index] = { runId: row.id, createdMs: Math.round(row.created_ms), isNew: false };
  const isOrphan = row.job_id === UNKNOWN_JOB.id && job.id !== UNKNOWN_JOB.id;
  if (isOrphan) found.orphans.push({ at: index, runId: row.id });
  const isNamedAnew = (job.name ?? row.name) !== row.name || (job.type ?? row.type) !== row.type;
  if (isOrphan || (isNamedAnew && row.job_id === job.id)) found.stale.push(index);
}

const nameOf = ({ senderRunId, address }: NewRun): string | null => senderRunId ?? address;

/** '' for any. */
const jobIdOf = ({ job }: NewRun): string => (job.id === UNKNOWN_JOB.id ? '' : job.id);
