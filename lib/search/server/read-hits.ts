import 'server-only';
import { int4Array, textArray } from '@/lib/db/binary-array';
import { db } from '@/lib/db/client';
import { MAX_CHUNK_LINES } from '@/lib/lines/chunk';
import { PLACED_COLUMNS, toLine, WHOLE_ARRAYS, type LineRow } from '@/lib/lines/server/line-row';
import type { Hit } from '../newest-hits';
import type { NewestLines } from '../schema';

type Row = LineRow & { run_id: string; job_id: string };

/** The lines at the places found, in the same order; without those of runs that were deleted meanwhile. Uses log_chunk_pkey. */
export async function readHits(hits: readonly Hit[]): Promise<NewestLines['lines']> {
  if (hits.length === 0) return [];
  const rows = await db().$queryRaw<Row[]>`
    WITH wanted AS (
      SELECT c.run_id, c.first_seq, array_agg(w.seq - c.first_seq + 1) AS places
      FROM unnest(${textArray(hits.map(({ runId }) => runId))}::text[],
                  ${int4Array(hits.map(({ seq }) => seq))}::int[]) AS w(run_id, seq)
      JOIN log_chunk c ON c.run_id = w.run_id AND c.first_seq BETWEEN w.seq - ${MAX_CHUNK_LINES - 1}::int AND w.seq
        AND w.seq < c.first_seq + c.line_count
      GROUP BY c.run_id, c.first_seq)
    SELECT u.run_id, r.job_id, ${PLACED_COLUMNS}
    FROM (SELECT c.run_id, c.first_seq, w.places, ${WHOLE_ARRAYS}
          FROM wanted w JOIN log_chunk c ON c.run_id = w.run_id AND c.first_seq = w.first_seq OFFSET 0) u
    JOIN run r ON r.id = u.run_id, unnest(u.places) AS i`;
  const byPlace = new Map(rows.map((row) => [placeOf(row.run_id, row.seq), row]));
  return hits.flatMap(({ runId, seq }) => {
    const row = byPlace.get(placeOf(runId, seq));
    return row ? [{ ...toLine(row), runId, jobId: row.job_id }] : [];
  });
}

const placeOf = (runId: string, seq: number): string => `${seq} ${runId}`;
