import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import { addDeviceDayCounts } from './add-device-day-counts';
import { addHourCounts } from './add-hour-counts';

/** Takes out of the coarser counters what was rolled up of runs that are about to be deleted; the caller holds their locks. */
export async function takeBackRuns(tx: Prisma.TransactionClient, runIds: string[]): Promise<void> {
  await addHourCounts(tx, runIds, 'take back');
  await addDeviceDayCounts(tx, runIds, 'take back');
}
