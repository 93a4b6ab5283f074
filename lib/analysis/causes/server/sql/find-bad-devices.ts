import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { isBadDevice } from '@/lib/runs/server/sql/status-conditions';
import { maskedPart } from '@/lib/store/query/server/sql/mask-sql';
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
    SELECT d.device, d.site, ${maskedPart(Prisma.sql`d.cause`)} AS cause, ${errorSum(Prisma.sql`d.level_counts`)} AS errors,
           d.first_errors AS noted
    FROM run_device d WHERE d.run_id = ${runId} AND ${isBadDevice(Prisma.sql`d.status`)} ORDER BY d.device`;
}
