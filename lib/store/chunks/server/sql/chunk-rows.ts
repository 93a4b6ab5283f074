import 'server-only';
import { int4Array, textArray } from '@/lib/db/binary-array';
import { Prisma } from '@/lib/generated/prisma/client';

/** The chunks as `c`, under which name the conditions and columns of lib/store know them; a chunk's lines are `l`. */
export const CHUNKS = Prisma.sql`log_chunk c`;

/** Seqs of the chunk `c` as a SeqSpan. */
export const CHUNK_SPAN = Prisma.sql`c.first_seq AS "firstSeq", c.first_seq + c.line_count - 1 AS "lastSeq"`;

/** On the chunk `c`: it is of the run, an id or a column of the statement around. Served by log_chunk_pkey (run_id, first_seq). */
export const isOfRun = (run: string | Prisma.Sql): Prisma.Sql => Prisma.sql`c.run_id = ${run}`;

/** On the chunk `c`: it is of the run and begins at one of the seqs. Served by log_chunk_pkey. */
export const beginsAt = (runId: string, firstSeqs: readonly number[]): Prisma.Sql =>
  Prisma.sql`${isOfRun(runId)} AND c.first_seq = ANY(${int4Array(firstSeqs)}::int[])`;

export type ChunkKey = { runId: string; firstSeq: number };

/** The chunks `c` of these keys, of any runs, for FROM. Served by log_chunk_pkey, a look-up a key. */
export const chunksOfKeys = (keys: readonly ChunkKey[]): Prisma.Sql => Prisma.sql`
  unnest(${textArray(keys.map(({ runId }) => runId))}::text[],
         ${int4Array(keys.map(({ firstSeq }) => firstSeq))}::int[]) AS k(run_id, first_seq)
  JOIN ${CHUNKS} ON c.run_id = k.run_id AND c.first_seq = k.first_seq`;
