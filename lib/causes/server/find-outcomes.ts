import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';

export type OutcomeRow = { run_id: string; device: string; is_bad: boolean; cause: string | null };

/** How these devices fared in these runs; runs that did not get to a device are no outcome. Uses run_device_pkey. */
export async function findOutcomes(
  tx: Prisma.TransactionClient,
  runIds: string[],
  devices: string[],
): Promise<OutcomeRow[]> {
  if (runIds.length === 0 || devices.length === 0) return [];
  return tx.$queryRaw<OutcomeRow[]>`
    SELECT d.run_id, d.device, d.status IN ('failed', 'unreachable') AS is_bad, left(d.cause, 1000) AS cause
    FROM run_device d
    WHERE d.run_id = ANY(${runIds}::text[]) AND d.device = ANY(${devices}::text[])
      AND d.status NOT IN ('pending', 'running', 'skipped')`;
}
