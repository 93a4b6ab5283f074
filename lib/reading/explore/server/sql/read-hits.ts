import 'server-only';
import { db } from '@/lib/db/client';
import { toLine } from '@/lib/store/chunks/server/sql/line-row';
import { pickLines } from '@/lib/store/chunks/server/sql/pick-lines';
import type { LineHit } from '../../newest-hits';
import type { NewestLines } from '../../schema';

/** The lines of the hits, in the same order; without those of runs that were deleted meanwhile. */
export async function readHits(hits: readonly LineHit[]): Promise<NewestLines['lines']> {
  const runIds = [...new Set(hits.map(({ runId }) => runId))];
  const [rows, runs] = await Promise.all([
    pickLines(hits),
    db().run.findMany({ where: { id: { in: runIds } }, select: { id: true, jobId: true } }),
  ]);
  const jobIds = new Map(runs.map(({ id, jobId }) => [id, jobId]));
  const byKey = new Map(rows.map((row) => [keyOf(row.run_id, row.seq), row]));
  return hits.flatMap(({ runId, seq }) => {
    const row = byKey.get(keyOf(runId, seq));
    const jobId = jobIds.get(runId);
    return row && jobId !== undefined ? [{ ...toLine(row), runId, jobId }] : [];
  });
}

const keyOf = (runId: string, seq: number): string => `${seq} ${runId}`;
