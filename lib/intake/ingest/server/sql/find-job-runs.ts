import 'server-only';
import { textArray, timestamptzArray } from '@/lib/db/binary-array';
import { db } from '@/lib/db/client';
import type { SqlTransaction } from '@/lib/db/sql-transaction';
import { isOpen, type RunStatus } from '@/lib/runs/status';
import type { JobRunTimes } from '../../fit-run';

/** Most runs of a job that are looked at, the latest started before a line; an older open run is given up. */
const MAX_RUNS = 50;

type Wanted = { job: { id: string }; toMs: number };
type Row = {
  nth: number;
  id: string;
  status: RunStatus;
  is_implicit: boolean;
  is_named: boolean;
  created_ms: number;
  started_ms: number;
  finished_ms: number | null;
  last_line_ms: number | null;
  last_received_ms: number;
};

/** The runs that lines of a job up to `toMs` may belong to, in the order asked for. Uses run_job_id_started_at_id_idx. */
export async function findJobRuns(
  wanted: readonly Wanted[],
  { receivedMs, idleMs }: { receivedMs: number; idleMs: number },
  tx: SqlTransaction = db(),
): Promise<JobRunTimes[][]> {
  const lists = wanted.map((): JobRunTimes[] => []);
  if (wanted.length === 0) return lists;
  const until = wanted.map(({ toMs }) => ({ ms: Math.ceil(toMs + idleMs), us: 0 }));
  const rows = await tx.$queryRaw<Row[]>`
    SELECT w.nth::int AS nth, r.id, r.status, r.is_implicit, r.sender_run_id IS NOT NULL AS is_named,
           (extract(epoch FROM r.created_at) * 1000)::float8 AS created_ms, (extract(epoch FROM r.started_at) * 1000)::float8 AS started_ms,
           (extract(epoch FROM r.finished_at) * 1000)::float8 AS finished_ms, (extract(epoch FROM r.last_line_at) * 1000)::float8 AS last_line_ms,
           (extract(epoch FROM r.last_received_at) * 1000)::float8 AS last_received_ms
    FROM unnest(${textArray(wanted.map(({ job }) => job.id))}::text[], ${timestamptzArray(until)}::timestamptz[])
         WITH ORDINALITY AS w(job_id, until, nth)
    CROSS JOIN LATERAL (
      SELECT * FROM run WHERE run.job_id = w.job_id AND run.started_at <= w.until
      ORDER BY run.started_at DESC, run.id DESC LIMIT ${MAX_RUNS}::int) r`;
  for (const row of rows) lists[row.nth - 1]?.push(toTimes(row, receivedMs, idleMs));
  return lists;
}

function toTimes(row: Row, receivedMs: number, idleMs: number): JobRunTimes {
  const isOpenRun = isOpen(row.status);
  const lastLineMs = Math.max(row.started_ms, Math.min(row.last_line_ms ?? row.started_ms, row.last_received_ms));
  // Nobody announces the end of a run that a line opened: it lasts until its latest line, and only silence ends it.
  const openEndMs = row.is_implicit ? lastLineMs : receivedMs;
  const isHeardOf = row.last_received_ms > receivedMs - idleMs;
  return {
    runId: row.id,
    createdMs: Math.round(row.created_ms),
    startMs: row.started_ms,
    endMs: isOpenRun ? openEndMs : (row.finished_ms ?? lastLineMs),
    isOpen: isOpenRun,
    isNamed: row.is_named,
    isRecent: (isOpenRun && !row.is_implicit) || isHeardOf,
    isSilent: row.is_implicit && !isHeardOf,
  };
}
