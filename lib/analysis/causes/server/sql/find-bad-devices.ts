import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { errorSum } from '@/lib/store/chunks/server/sql/level-counts';

export type BadDeviceRow = {
  device: string;
  site: string | null;
  cause: string | null;
  errors: number;
  /** See `parseNotedErrors`. */
  noted: unknown;
};

/** The devices that failed in this run or were unreachable. Uses run_device_pkey. */
export function findBadDevices(tx: Prisma.TransactionClient, runId: string): Promise<BadDeviceRow[]> {
  return tx.$queryRaw<BadDeviceRow[]>`
    SELECT d.device, d.site, left(d.cause, 1000) AS cause, ${errorSum(Prisma.sql`d.level_counts`)} AS errors,
           d.first_errors AS noted
    FROM run_device d WHERE d.run_id = ${runId} AND d.status IN ('failed', 'unreachable') ORDER BY d.device`;
}
