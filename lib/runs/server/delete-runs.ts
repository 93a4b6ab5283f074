import 'server-only';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import { deleteChunks } from '@/lib/store/chunks/server/sql/delete-chunks';
import { freeDiskSpace } from '@/lib/store/chunks/server/sql/free-disk-space';
import { takeBackRuns } from '@/lib/store/counters/server/sql/take-back-runs';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/generated/prisma/client';
import { logError } from '@/lib/log-error';
import { announceRuns } from './sql/announce-runs';
import type { DeletedRuns } from '../schema';

/** 1,000 runs of 1,000 lines take about a second, a thousand of the largest a minute. */
const TX_OPTIONS = { maxWait: 5000, timeout: 300_000 };

/**
 * Deletes runs with their lines, counters and devices, all of those that are there or, when it fails, none. One statement
 * a table, so that each stays on its own shard. Readers see the runs until the commit and wait for nothing.
 */
export async function deleteRuns(viewer: Viewer, runIds: string[]): Promise<DeletedRuns> {
  assertCan(viewer, 'runs:delete');
  const found = await db().$transaction(async (tx) => {
    const ids = await lockRuns(tx, runIds);
    if (ids.length === 0) return ids;
    await takeBackRuns(tx, ids);
    await deleteChunks(tx, ids);
    await tx.$executeRaw`DELETE FROM line_count WHERE run_id = ANY(${ids})`;
    await tx.$executeRaw`DELETE FROM run_device WHERE run_id = ANY(${ids})`;
    await tx.$executeRaw`DELETE FROM run WHERE id = ANY(${ids})`;
    return ids;
  }, TX_OPTIONS);
  announceRuns(found);
  // Nobody waits for this: the sweep of each minute does it again.
  freeDiskSpace().catch((cause: unknown) => logError(new Error('disk space was not freed', { cause }), 'delete'));
  const gone = new Set(found);
  return { deleted: found.length, notFound: [...new Set(runIds)].filter((id) => !gone.has(id)) };
}

/** The runs in the order of their ids, as ingest locks them; then their chunks against the merge, which locks nothing else. */
async function lockRuns(tx: Prisma.TransactionClient, runIds: string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM run WHERE id = ANY(${runIds}) ORDER BY id FOR UPDATE`;
  const ids = rows.map(({ id }) => id);
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended(t.id, 0)) FROM (SELECT unnest(${ids}::text[]) AS id ORDER BY 1) AS t`;
  return ids;
}
