import 'server-only';
import { AppError } from '@/lib/errors';
import { Prisma } from '@/lib/generated/prisma/client';
import { CHUNKS, isOfRun } from '@/lib/store/chunks/server/sql/chunk-rows';
import { isOpen, type RunStatus } from '@/lib/runs/status';
import type { AxisRun } from '../../axis';

export type TimelineRun = AxisRun & {
  id: string;
  status: RunStatus;
  jobId: string;
  attempt: number;
  startedAt: Date;
  createdMs: number;
  lastSeq: number;
  /** Time of the first line, from the chunks; null without lines. */
  firstLineMs: number | null;
  lastLineMs: number | null;
};

type Row = {
  id: string;
  status: RunStatus;
  job_id: string;
  attempt: number;
  started_at: Date;
  finished_at: Date | null;
  last_received_at: Date;
  created_at: Date;
  last_seq: number;
  min_time: Date | null;
  max_time: Date | null;
};

/**
 * The run's own facts for the timeline. Throws `not_found`. Uses run_pkey and that of the chunks, and unpacks nothing.
 */
export async function getTimelineRun(tx: Prisma.TransactionClient, runId: string): Promise<TimelineRun> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT r.id, r.status, r.job_id, r.attempt, r.started_at, r.finished_at, r.last_received_at, r.created_at, r.last_seq,
           c.min_time, c.max_time
    FROM run r, LATERAL (SELECT min(c.min_time) AS min_time, max(c.max_time) AS max_time
                         FROM ${CHUNKS} WHERE ${isOfRun(Prisma.sql`r.id`)}) c
    WHERE r.id = ${runId}`;
  const row = rows[0];
  if (!row) throw new AppError('not_found', 'There is no such run.');
  return {
    id: row.id,
    status: row.status,
    jobId: row.job_id,
    attempt: row.attempt,
    startedAt: row.started_at,
    createdMs: row.created_at.getTime(),
    lastSeq: row.last_seq,
    startedMs: row.started_at.getTime(),
    finishedMs: row.finished_at?.getTime() ?? null,
    lastReceivedMs: row.last_received_at.getTime(),
    isOpen: isOpen(row.status),
    firstLineMs: row.min_time?.getTime() ?? null,
    lastLineMs: row.max_time?.getTime() ?? null,
  };
}
