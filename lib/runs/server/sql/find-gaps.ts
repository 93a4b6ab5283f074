import 'server-only';
import { db } from '@/lib/db/client';
import { CHUNKS, isOfRun } from '@/lib/store/chunks/server/sql/chunk-rows';
import { LINE_SEQ } from '@/lib/store/chunks/server/sql/line-row';
import type { Gap } from '../../schema';

/** Most holes that are shown; more are only counted, or the log would consist of notes. */
const MAX_SHOWN_GAPS = 100;

type GapRow = { from: number; to: number; after_seq: number | null };

/** The holes in the sender's own numbers, with the line after which each belongs, and how many lines all holes miss. */
export async function findGaps(runId: string): Promise<{ shown: Gap[]; missing: number }> {
  const totals = await db().$queryRaw<{ missing: number; gaps: number }[]>`
    SELECT coalesce(sum(upper(gap) - lower(gap)), 0)::float8 AS missing, count(*)::int AS gaps
    FROM run r, unnest(int8multirange(range_merge(r.client_seqs)) - r.client_seqs) AS gap WHERE r.id = ${runId}`;
  const { missing, gaps } = totals[0] ?? { missing: 0, gaps: 0 };
  if (gaps === 0) return { shown: [], missing: 0 };
  const rows = await readGaps(runId);
  const shown = rows.map(({ from, to, after_seq: afterSeq }) => ({
    fromClientSeq: from,
    toClientSeq: to,
    count: to - from + 1,
    afterSeq,
  }));
  return { shown, missing };
}

/** Reads the client seqs of all chunks of the run, which only a run with gaps has to pay for. */
function readGaps(runId: string): Promise<GapRow[]> {
  return db().$queryRaw<GapRow[]>`
    WITH gap AS (
      SELECT lower(g) AS first, upper(g) - 1 AS last
      FROM run r, unnest(int8multirange(range_merge(r.client_seqs)) - r.client_seqs) AS g
      WHERE r.id = ${runId} ORDER BY 1 LIMIT ${MAX_SHOWN_GAPS}::int)
    SELECT gap.first::float8 AS "from", gap.last::float8 AS "to", max(${LINE_SEQ})::int AS after_seq
    FROM gap
    LEFT JOIN (${CHUNKS} CROSS JOIN LATERAL unnest(c.client_offset) WITH ORDINALITY AS l(shift, i))
      ON ${isOfRun(runId)} AND ${LINE_SEQ} + l.shift = gap.first - 1
    GROUP BY gap.first, gap.last ORDER BY gap.first`;
}
