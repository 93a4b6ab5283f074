import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { endedRuns } from '@/lib/runs/server/sql/ended-runs';
import type { TimelineRun } from './get-timeline-run';

/** Fewer runs cannot say what is usual. */
const MIN_RUNS = 3;

/**
 * Median of what each device took in the job's last 20 ended runs before this one, in milliseconds; a device that fewer than
 * 3 know has none. Uses run_device_pkey: 100,000 rows for 5,000 devices.
 */
export async function findUsualTimes(tx: Prisma.TransactionClient, run: TimelineRun): Promise<Map<string, number>> {
  const earlier = endedRuns({
    jobId: Prisma.sql`${run.jobId}`,
    beforeTime: Prisma.sql`${run.startedAt}::timestamptz`,
    beforeId: Prisma.sql`${run.id}`,
    isRetry: Prisma.sql`${run.attempt > 1}`,
  });
  const rows = await tx.$queryRaw<{ device: string; ms: number }[]>`
    SELECT d.device, percentile_cont(0.5) WITHIN GROUP (
             ORDER BY least(extract(epoch FROM d.finished_at - d.started_at) * 1000, 2147483647)::float8)::int AS ms
    FROM (${earlier}) e JOIN run_device d ON d.run_id = e.id
    WHERE d.finished_at >= d.started_at GROUP BY d.device HAVING count(*) >= ${MIN_RUNS}::int`;
  return new Map(rows.map(({ device, ms }) => [device, ms]));
}
