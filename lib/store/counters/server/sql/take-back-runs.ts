import 'server-only';
import type { SqlTransaction } from '@/lib/db/sql-transaction';
import { addDeviceDayCounts } from './add-device-day-counts';
import { addHourCounts } from './add-hour-counts';

/** Subtracts runs that are about to be deleted from the coarser counters; the caller holds their locks. */
export async function takeBackRuns(tx: SqlTransaction, runIds: string[]): Promise<void> {
  await addHourCounts(tx, runIds, 'take back');
  await addDeviceDayCounts(tx, runIds, 'take back');
}
