import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { isBadDevice, isGoodDevice } from '@/lib/runs/server/sql/status-conditions';

export type MendedDeviceRow = { device: string; site: string | null };

/** When thousands of devices recover in a run, naming some is enough. */
const MAX_MENDED = 500;

/** Devices that went well in this run and not in one of `badRunIds`. Uses run_device_pkey. */
export async function findMendedDevices(
  tx: Prisma.TransactionClient,
  runId: string,
  badRunIds: string[],
): Promise<MendedDeviceRow[]> {
  if (badRunIds.length === 0) return [];
  return tx.$queryRaw<MendedDeviceRow[]>`
    SELECT d.device, d.site FROM run_device d
    WHERE d.run_id = ${runId} AND ${isGoodDevice(Prisma.sql`d.status`)} AND d.device IN (
      SELECT b.device FROM run_device b
      WHERE b.run_id = ANY(${badRunIds}::text[]) AND ${isBadDevice(Prisma.sql`b.status`)})
    ORDER BY d.device LIMIT ${MAX_MENDED}::int`;
}
