import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import { addDeviceDayCounts } from './add-device-day-counts';
import { addHourCounts } from './add-hour-counts';

/**
 * Adds to the coarser counters what the run has beyond what they hold; in the transaction that seals the run, which
 * holds its lock. From then on a reader of the coarser counters need not look at the run.
 */
export async function rollUpRun(tx: Prisma.TransactionClient, runId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE run SET rolled_day = (started_at AT TIME ZONE 'UTC')::date WHERE id = ${runId} AND rolled_day IS NULL`;
  await addHourCounts(tx, [runId], 'roll up');
  await tx.$executeRaw`UPDATE line_count SET rolled = count WHERE run_id = ${runId} AND rolled <> count`;
  await addDeviceDayCounts(tx, [runId], 'roll up');
  await tx.$executeRaw`
    UPDATE run_device SET rolled_level_counts = level_counts
    WHERE run_id = ${runId} AND rolled_level_counts <> level_counts`;
}
