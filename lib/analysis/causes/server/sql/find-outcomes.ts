import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { isBadDevice, isJudgedDevice } from '@/lib/runs/server/sql/status-conditions';
import { maskedPart } from '@/lib/store/query/server/sql/mask-sql';
import { errorSum } from '@/lib/store/chunks/server/sql/level-counts';

export type OutcomeRow = {
  run_id: string;
  device: string;
  is_bad: boolean;
  cause: string | null;
  /** First errors of a device that failed without a reported cause; see `parseNotedErrors`. */
  noted: unknown;
  /** True when the device wrote errors that sealing has not noted yet. */
  is_untold: boolean;
};

/** Results of these devices in these runs; runs that did not reach a device are left out. Uses run_device_pkey. */
export async function findOutcomes(
  tx: Prisma.TransactionClient,
  runIds: string[],
  devices: string[],
): Promise<OutcomeRow[]> {
  if (runIds.length === 0 || devices.length === 0) return [];
  return tx.$queryRaw<OutcomeRow[]>`
    SELECT o.run_id, o.device, o.is_bad, o.cause, CASE WHEN o.is_bad AND o.cause IS NULL THEN o.first_errors ELSE '[]' END AS noted,
           o.is_bad AND o.cause IS NULL AND o.first_errors = '[]' AND o.errors > 0 AS is_untold
    FROM (
      SELECT d.run_id, d.device, ${isBadDevice(Prisma.sql`d.status`)} AS is_bad, nullif(${maskedPart(Prisma.sql`d.cause`)}, '') AS cause,
             d.first_errors, ${errorSum(Prisma.sql`d.level_counts`)} AS errors
      FROM run_device d
      WHERE d.run_id = ANY(${runIds}::text[]) AND d.device = ANY(${devices}::text[])
        AND ${isJudgedDevice(Prisma.sql`d.status`)}) o`;
}
