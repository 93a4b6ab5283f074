import 'server-only';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { announceRuns } from '@/lib/tail/server/announce-runs';

/** Deletes a run with its lines, counters and devices; one statement a table, so that each stays on its own shard. */
export async function deleteRun(viewer: Viewer, runId: string): Promise<void> {
  assertCan(viewer, 'runs:delete');
  await db().$transaction(async (tx) => {
    const { count } = await tx.run.deleteMany({ where: { id: runId } });
    if (count === 0) throw new AppError('not_found', 'There is no such run.');
    await tx.logChunk.deleteMany({ where: { runId } });
    await tx.lineCount.deleteMany({ where: { runId } });
    await tx.runDevice.deleteMany({ where: { runId } });
  });
  announceRuns([runId]);
}
