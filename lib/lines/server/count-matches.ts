import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import type { LineFilter } from '../schema';
import { lineConditions, type FilterColumn } from './line-conditions';

/** How many lines match in the chunk that starts at `firstSeq` and ends at `lastSeq`; chunks without a match are left out. */
export type ChunkMatches = { firstSeq: number; lastSeq: number; count: number };

const COLUMN_OF_CHUNK: Record<FilterColumn, Prisma.Sql> = {
  level: Prisma.sql`c.level`,
  component: Prisma.sql`c.component`,
  device: Prisma.sql`c.device`,
  phase: Prisma.sql`c.phase`,
  message: Prisma.sql`c.message`,
  fields: Prisma.sql`c.fields`,
};

/** `log_chunk c` joined to its lines `l`, with only the columns of the filter read and unpacked. */
function unnestColumns(columns: FilterColumn[]): Prisma.Sql {
  const used = columns.length > 0 ? columns : (['level'] as const);
  const arrays = Prisma.join(used.map((name) => COLUMN_OF_CHUNK[name]));
  return Prisma.sql`unnest(${arrays}) WITH ORDINALITY AS l(${Prisma.raw([...used, 'i'].join(', '))})`;
}

/** Uses log_chunk_pkey; reads every chunk of the run that the level mask does not rule out. */
export async function countMatches(
  tx: Prisma.TransactionClient,
  run: { runId: string; lastSeq: number },
  filter: LineFilter,
): Promise<ChunkMatches[]> {
  const { columns, chunk, line } = lineConditions(filter);
  return tx.$queryRaw<ChunkMatches[]>`
    SELECT c.first_seq AS "firstSeq", c.first_seq + c.line_count - 1 AS "lastSeq", count(*)::int AS count
    FROM log_chunk c, ${unnestColumns(columns)}
    WHERE c.run_id = ${run.runId} AND c.first_seq <= ${run.lastSeq}::int AND c.first_seq + l.i - 1 <= ${run.lastSeq}::int
      AND ${chunk} AND ${line}
    GROUP BY c.first_seq, c.line_count ORDER BY c.first_seq`;
}
