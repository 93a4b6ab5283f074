import 'server-only';
import { int4Array, textArray } from '@/lib/db/binary-array';
import { db } from '@/lib/db/client';
import { inHalves } from '@/lib/db/in-halves';
import { Prisma } from '@/lib/generated/prisma/client';
import { CHUNKS } from './chunk-rows';
import type { LineRow } from './line-row';
import { holdsSpan } from './span-conditions';

export type LineKey = { runId: string; seq: number };
export type PickedLine = LineRow & { run_id: string };

/** From this number of lines on, two connections pick at once: nearly all time goes into unpacking chunks. */
const SPLIT_LINES = 100;

/**
 * The lines asked for, in any order; without those of runs that were deleted meanwhile. Each chunk is unpacked once and
 * its lines taken out by subscript: unpacking all its columns into rows costs six times as much when few are wanted
 * (docs/decisions/0010-search.md). Uses log_chunk_pkey.
 */
export function pickLines(keys: readonly LineKey[]): Promise<PickedLine[]> {
  return inHalves(keys, SPLIT_LINES, pick);
}

const SEQ = Prisma.sql`w.seq`;

/**
 * array_cat with an empty array keeps the result unpacked, or each subscript would unpack it again; OFFSET 0 keeps the
 * planner from undoing that.
 */
function pick(keys: readonly LineKey[]): Promise<PickedLine[]> {
  return db().$queryRaw<PickedLine[]>`
    WITH wanted AS (
      SELECT c.run_id, c.first_seq, array_agg(w.seq - c.first_seq + 1) AS positions
      FROM unnest(${textArray(keys.map(({ runId }) => runId))}::text[],
                  ${int4Array(keys.map(({ seq }) => seq))}::int[]) AS w(run_id, seq)
      JOIN ${CHUNKS} ON ${holdsSpan(Prisma.sql`w.run_id`, { firstSeq: SEQ, lastSeq: SEQ })}
      GROUP BY c.run_id, c.first_seq)
    SELECT u.run_id, u.first_seq + i - 1 AS seq, (extract(epoch FROM u.time[i]) * 1000)::float8 AS time_ms,
           (extract(epoch FROM u.received_at[i]) * 1000)::float8 AS received_ms, u.level[i] AS level,
           u.component[i] AS component, u.device[i] AS device, u.phase[i] AS phase, u.message[i] AS message,
           u.fields[i] AS fields, (u.first_seq + i - 1 + u.client_offset[i])::float8 AS client_seq
    FROM (SELECT c.run_id, c.first_seq, w.positions, array_cat(c.time, '{}') AS time,
                 array_cat(c.received_at, '{}') AS received_at, array_cat(c.level, '{}') AS level,
                 array_cat(c.component, '{}') AS component, array_cat(c.device, '{}') AS device,
                 array_cat(c.phase, '{}') AS phase, array_cat(c.message, '{}') AS message,
                 array_cat(c.fields, '{}') AS fields, array_cat(c.client_offset, '{}') AS client_offset
          FROM wanted w JOIN ${CHUNKS} ON c.run_id = w.run_id AND c.first_seq = w.first_seq OFFSET 0) u,
         unnest(u.positions) AS i`;
}
