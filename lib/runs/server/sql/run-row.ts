import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { LEVELS } from '@/lib/store/chunks/level';
import type { DeviceCounts } from '../../device-schema';
import type { LevelCounts } from '../../field-schema';
import type { RunSummary } from '../../schema';
import { DEVICE_STATUSES, type RunStatus } from '../../status';

/** A run with its job, as the statements below select it. */
export type StoredRun = {
  id: string;
  job_id: string;
  job_name: string;
  job_type: string;
  number: number;
  status: RunStatus;
  trigger: string | null;
  gateway: string | null;
  attempt: number;
  queued_at: Date | null;
  started_at: Date;
  finished_at: Date | null;
  last_received_at: Date;
  created_at: Date;
  result_text: string | null;
  last_seq: number;
  declared_line_count: number | null;
  level_counts: number[];
  device_counts: number[];
};

/** Of `FROM run r JOIN job j ON j.id = r.job_id`. */
export const RUN_ROW_COLUMNS = Prisma.sql`
  r.id, r.job_id, j.name AS job_name, j.type AS job_type, r.number, r.status, r.trigger, r.gateway, r.attempt, r.queued_at,
  r.started_at, r.finished_at, r.last_received_at, r.created_at, r.result_text, r.last_seq, r.declared_line_count, r.level_counts,
  r.device_counts`;

export function toRunSummary(row: StoredRun): RunSummary {
  return {
    runId: row.id,
    jobId: row.job_id,
    jobName: row.job_name,
    jobType: row.job_type,
    number: row.number,
    status: row.status,
    trigger: row.trigger,
    gateway: row.gateway,
    attempt: row.attempt,
    queuedAt: row.queued_at?.toISOString() ?? null,
    startedAt: row.started_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    lastReceivedAt: row.last_received_at.toISOString(),
    resultText: row.result_text,
    lineCount: row.last_seq,
    declaredLineCount: row.declared_line_count,
    levelCounts: toLevelCounts(row.level_counts),
    deviceCounts: Object.fromEntries(
      DEVICE_STATUSES.map((status, index) => [status, row.device_counts[index] ?? 0]),
    ) as DeviceCounts,
  };
}

export const toLevelCounts = (counts: number[]): LevelCounts =>
  Object.fromEntries(LEVELS.map((level, index) => [level, counts[index] ?? 0])) as LevelCounts;
