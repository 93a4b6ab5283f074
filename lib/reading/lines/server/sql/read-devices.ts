import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import { beginsAt, CHUNKS } from '@/lib/store/chunks/server/sql/chunk-rows';

/** Device of each line of some chunks, in the order of seq. As JSON, which is read at once; pg takes arrays apart quote by quote. */
export async function readDevices(
  tx: Prisma.TransactionClient,
  runId: string,
  firstSeqs: readonly number[],
): Promise<{ firstSeq: number; devices: string[] }[]> {
  const rows = await tx.$queryRaw<{ firstSeq: number; devices: string }[]>`
    SELECT c.first_seq AS "firstSeq", array_to_json(c.device)::text AS devices FROM ${CHUNKS}
    WHERE ${beginsAt(runId, firstSeqs)}`;
  return rows.map(({ firstSeq, devices }) => ({ firstSeq, devices: JSON.parse(devices) as string[] }));
}
