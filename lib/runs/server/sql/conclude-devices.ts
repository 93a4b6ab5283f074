import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { errorSum } from '@/lib/store/chunks/server/sql/level-counts';
import { DEVICE_STATUSES, type DeviceStatus, type RunStatus } from '../../status';
import { addDeviceCounts } from './add-device-counts';

/**
 * Gives devices their result at a run's end. A device known from lines only has failed when it wrote an error, and
 * succeeded otherwise; one that a cancelled run did not finish was skipped, and one of which nothing was heard was not
 * attempted. Reported results stay.
 */
export async function concludeDevices(
  tx: Prisma.TransactionClient,
  { runId, status }: { runId: string; status: RunStatus },
): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM run WHERE id = ${runId} FOR UPDATE`;
  // Before PostgreSQL 18 a statement needs this self-join to see the earlier status.
  const rows = await tx.$queryRaw<{ before: DeviceStatus; after: DeviceStatus; count: number }[]>`
    WITH concluded AS (
      UPDATE run_device d SET status = CASE
        WHEN d.status = 'pending' THEN 'not_attempted'
        WHEN ${status === 'cancelled'} THEN 'skipped'
        WHEN ${errorSum(Prisma.sql`d.level_counts`)} > 0 THEN 'failed'
        ELSE 'succeeded' END
      FROM run_device old
      WHERE d.run_id = ${runId} AND old.run_id = ${runId} AND old.device = d.device
        AND d.status IN ('pending', 'running') AND (${status === 'cancelled'} OR NOT d.is_reported)
      RETURNING old.status AS before, d.status AS after)
    SELECT before, after, count(*)::int AS count FROM concluded GROUP BY before, after`;
  if (rows.length === 0) return;
  const sum = (parts: number[]) => parts.reduce((total, part) => total + part, 0);
  const change = DEVICE_STATUSES.map((name): [DeviceStatus, number] => [
    name,
    sum(rows.map(({ before, after, count }) => (after === name ? count : 0) - (before === name ? count : 0))),
  ]);
  await addDeviceCounts(tx, runId, Object.fromEntries(change));
}
