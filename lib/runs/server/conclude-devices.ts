import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { DeviceStatus } from '../status';
import { addDeviceCounts } from './add-device-counts';

/** At a run's end (which is news of the run too), a device that only lines are known of has failed when it wrote an error, and succeeded otherwise. */
export async function concludeDevices(tx: Prisma.TransactionClient, runId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM run WHERE id = ${runId} FOR UPDATE`;
  const rows = await tx.$queryRaw<{ status: DeviceStatus; count: number }[]>`
    WITH concluded AS (
      UPDATE run_device SET status = CASE WHEN level_counts[4] + level_counts[5] > 0 THEN 'failed' ELSE 'succeeded' END
      WHERE run_id = ${runId} AND NOT is_reported AND status = 'running' RETURNING status)
    SELECT status, count(*)::int AS count FROM concluded GROUP BY status`;
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  const ended = Object.fromEntries(rows.map(({ status, count }) => [status, count]));
  if (total > 0) await addDeviceCounts(tx, runId, { ...ended, running: -total });
}
