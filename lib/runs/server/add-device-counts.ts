import 'server-only';
import { int4Array } from '@/lib/db/binary-array';
import type { SqlTransaction } from '@/lib/db/sql-transaction';
import { DEVICE_STATUSES, type DeviceStatus } from '../status';

/** Adds to the run's devices per status (negative numbers take away) and notes that it was heard of; in the transaction that changes the devices. */
export async function addDeviceCounts(
  tx: SqlTransaction,
  runId: string,
  change: Partial<Record<DeviceStatus, number>>,
): Promise<void> {
  const delta = DEVICE_STATUSES.map((status) => change[status] ?? 0);
  await tx.$executeRaw`
    UPDATE run SET last_received_at = now(), device_counts = (
      SELECT array_agg(c.old + c.delta ORDER BY c.i)
      FROM unnest(device_counts, ${int4Array(delta)}::int[]) WITH ORDINALITY AS c(old, delta, i))
    WHERE id = ${runId}`;
}
