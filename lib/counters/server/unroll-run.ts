import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import { takeBackRuns } from './take-back-runs';

/**
 * Makes a run as if it had never been rolled up, before its job or the day of its start changes: the coarser counters
 * know it under the old ones. It is sealed and rolled up again by the next sweep. The caller holds the run's lock.
 */
export async function unrollRun(tx: Prisma.TransactionClient, runId: string): Promise<void> {
  await takeBackRuns(tx, [runId]);
  await tx.lineCount.updateMany({ where: { runId }, data: { rolled: 0 } });
  await tx.runDevice.updateMany({ where: { runId }, data: { rolledLevelCounts: [0, 0, 0, 0, 0] } });
  await tx.run.updateMany({ where: { id: runId }, data: { rolledDay: null, sealedAt: null } });
}
