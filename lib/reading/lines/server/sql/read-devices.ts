import 'server-only';
import { int4Array } from '@/lib/db/binary-array';
import type { Prisma } from '@/lib/generated/prisma/client';

/** Device of each line of some chunks, in the order of seq. As JSON, which is read at once; pg takes arrays apart quote by quote. */
export async function readDevices(
  tx: Prisma.TransactionClient,
  runId: string,
  firstSeqs: readonly number[],
): Promise<{ firstSeq: number; devices: string[] }[]> {
  // Uses log_chunk_pkey.
  const rows = await tx.$queryRaw<{ firstSeq: number; devices: string }[]>`
    SELECT c.first_seq AS "firstSeq", array_to_json(c.device)::text AS devices FROM log_chunk c
    WHERE c.run_id = ${runId} AND c.first_seq = ANY(${int4Array(firstSeqs)}::int[])`;
  return rows.map(({ firstSeq, devices }) => ({ firstSeq, devices: JSON.parse(devices) as string[] }));
}
