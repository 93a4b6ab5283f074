import 'server-only';
import { readDiskSpace } from '@/lib/db/disk-space';
import { emptyLog } from '@/lib/db/empty-log';
import type { Prisma } from '@/lib/generated/prisma/client';

/** Usually some MB: after a checkpoint, the first change of each page goes into the log as a whole. */
const SLICE_CHUNKS = 10;

/**
 * Deletes the runs' lines. Where the disk is small or nearly full, it deletes in slices and empties the log in between:
 * deleting makes space, and must not need more than there is.
 */
export async function deleteChunks(tx: Prisma.TransactionClient, runIds: string[]): Promise<void> {
  const space = await readDiskSpace();
  if (!space || space.isRoomy) {
    await tx.$executeRaw`DELETE FROM log_chunk WHERE run_id = ANY(${runIds})`;
    return;
  }
  do await emptyLog();
  while ((await deleteSlice(tx, runIds)) > 0);
}

/** Uses log_chunk_pkey. */
const deleteSlice = (tx: Prisma.TransactionClient, runIds: string[]): Promise<number> => tx.$executeRaw`
  DELETE FROM log_chunk WHERE (run_id, first_seq) IN (
    SELECT run_id, first_seq FROM log_chunk WHERE run_id = ANY(${runIds}) LIMIT ${SLICE_CHUNKS})`;
