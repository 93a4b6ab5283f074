import 'server-only';
import { int4Array, textArray } from '@/lib/db/binary-array';
import type { SqlTransaction } from '@/lib/db/sql-transaction';
import { DEVICE_STATUSES, type DeviceStatus } from '../../status';

type StatusChange = Partial<Record<DeviceStatus, number>>;

/** Adds to the run's devices per status (negative numbers take away) and notes that it was heard of; in the transaction that changes the devices. */
export const addDeviceCounts = (tx: SqlTransaction, runId: string, change: StatusChange): Promise<void> =>
  addDeviceCountsOfRuns(tx, new Map([[runId, change]]));

/** As addDeviceCounts, of many runs in one statement; the caller holds their locks. */
export async function addDeviceCountsOfRuns(
  tx: SqlTransaction,
  changes: ReadonlyMap<string, StatusChange>,
): Promise<void> {
  if (changes.size === 0) return;
  const deltas = [...changes.values()].flatMap((change) => DEVICE_STATUSES.map((status) => change[status] ?? 0));
  await tx.$executeRaw`
    UPDATE run SET last_received_at = now(), device_counts = (
      SELECT array_agg(coalesce(c.old, 0) + coalesce(c.delta, 0) ORDER BY c.i)
      FROM unnest(device_counts, all_deltas[(nth - 1) * ${DEVICE_STATUSES.length}::int + 1:nth * ${DEVICE_STATUSES.length}::int]) WITH ORDINALITY AS c(old, delta, i))
    FROM unnest(${textArray([...changes.keys()])}::text[]) WITH ORDINALITY AS changed(id, nth),
         (SELECT ${int4Array(deltas)}::int[] AS all_deltas) AS d
    WHERE run.id = changed.id`;
}
