import 'server-only';
import { db } from '@/lib/db/client';
import { isOpen, type RunStatus } from '@/lib/runs/status';
import { groupChunks } from '@/lib/store/chunks/group-chunks';
import { findChunkSizes, mergeChunks } from '@/lib/store/chunks/server/sql/merge-chunks';
import { sealChunks } from '@/lib/store/chunks/server/sql/seal-chunks';
import { sealRun } from './seal-run';

/**
 * Merges a run's small chunks, seals those that nothing will join any more and, when it has ended, the run. Ingest only
 * ever adds chunks behind the last one, so it is never waited for and never waits; a reader sees the chunks of before or
 * of after. Each group is a transaction of its own: killed half-way, the work goes on where it was.
 */
export async function mergeRun(runId: string): Promise<void> {
  const run = await db().run.findUnique({ where: { id: runId }, select: { status: true, lastSeq: true } });
  if (!run) return;
  const hasEnded = !isOpen(run.status as RunStatus);
  const groups = groupChunks(await findChunkSizes(runId, run.lastSeq), hasEnded);
  for (const group of groups.filter(({ isMerge }) => isMerge)) await mergeChunks(runId, group);
  const final = groups.filter(({ isFinal }) => isFinal);
  await sealChunks(
    runId,
    final.map(({ fromSeq }) => fromSeq),
  );
  if (hasEnded) await sealRun(runId, run.lastSeq);
}
