import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { badDeviceSum } from '@/lib/runs/server/sql/device-counts-sql';
import { errorSum } from '@/lib/store/chunks/server/sql/level-counts';

/** How far a cause's history reaches back. */
export const MAX_EARLIER_RUNS = 20;
/** Open runs among the last ones are skipped, up to this number of runs. */
const MAX_LOOKED_AT = 60;

export type RunOutcome = {
  id: string;
  job_id: string;
  status: string;
  started_at: Date;
  /** ERROR and CRITICAL lines, of devices or of none. */
  errors: number;
  /** Devices that failed or were unreachable. */
  bad_devices: number;
};

/** `errors` and `bad_devices` of the run `r`. */
export const RUN_TROUBLE = Prisma.sql`${errorSum(Prisma.sql`r.level_counts`)} AS errors, ${badDeviceSum(Prisma.sql`r.device_counts`)} AS bad_devices`;

/** The ended runs of the job before this one, newest first. Uses run_job_id_started_at_id_idx. */
export function findEarlierRuns(tx: Prisma.TransactionClient, run: RunOutcome): Promise<RunOutcome[]> {
  return tx.$queryRaw<RunOutcome[]>`
    SELECT e.* FROM (
      SELECT r.id, r.job_id, r.status, r.started_at, ${RUN_TROUBLE}
      FROM run r
      WHERE r.job_id = ${run.job_id} AND (r.started_at, r.id) < (${run.started_at}::timestamptz, ${run.id})
      ORDER BY r.started_at DESC, r.id DESC LIMIT ${MAX_LOOKED_AT}::int) e
    WHERE e.status NOT IN ('queued', 'running')
    ORDER BY e.started_at DESC, e.id DESC LIMIT ${MAX_EARLIER_RUNS}::int`;
}
