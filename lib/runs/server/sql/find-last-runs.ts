import 'server-only';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/generated/prisma/client';
import type { RunStatus } from '../../status';
import { badDeviceSum } from './device-counts-sql';

export type LastRun = {
  id: string;
  job_id: string;
  number: number;
  status: RunStatus;
  started_at: Date;
  /** Null without an end. */
  duration_ms: number | null;
  bad_devices: number;
};

/** The last `limit` runs of each job, oldest first. run_job_id_started_at_id_idx, its first entries a job. */
export const findLastRuns = (jobIds: readonly string[], limit: number): Promise<LastRun[]> => db().$queryRaw<LastRun[]>`
  SELECT r.id, r.job_id, r.number, r.status, r.started_at, ${badDeviceSum(Prisma.sql`r.device_counts`)}::int AS bad_devices,
         CASE WHEN r.finished_at IS NOT NULL
         THEN least(greatest(extract(epoch FROM r.finished_at - r.started_at) * 1000, 0), 2147483647)::int END AS duration_ms
  FROM unnest(${jobIds}::text[]) AS wanted(job_id)
  CROSS JOIN LATERAL (
    SELECT id, job_id, number, status, started_at, finished_at, device_counts FROM run
    WHERE run.job_id = wanted.job_id ORDER BY started_at DESC, id DESC LIMIT ${limit}::int
  ) AS r
  ORDER BY r.job_id, r.started_at, r.id`;
