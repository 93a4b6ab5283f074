import 'server-only';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/generated/prisma/client';
import type { ChunkGroup, ChunkSize } from '../../group-chunks';
import { CHUNKS } from './chunk-rows';
import { WRITTEN_COLUMNS } from './insert-chunks';
import { sumLevels } from './level-counts';
import { beginsBy, beginsWithin } from './span-conditions';

/** The chunks of a run that begin at or before `lastSeq`, in the order of seq. */
export const findChunkSizes = (runId: string, lastSeq: number): Promise<ChunkSize[]> => db().$queryRaw<ChunkSize[]>`
  SELECT c.first_seq AS "firstSeq", c.line_count AS "lineCount", c.sealed FROM ${CHUNKS}
  WHERE ${beginsBy(runId, lastSeq)} ORDER BY c.first_seq`;

/**
 * Makes one chunk, not sealed, of those that begin in the group. Two servers that merge the same run take turns, and the later one
 * finds nothing left to do. Uses log_chunk_pkey.
 */
export async function mergeChunks(runId: string, { fromSeq, toSeq }: ChunkGroup): Promise<void> {
  await db().$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${runId}, 0))::text`;
      await tx.$executeRaw`
        WITH part AS (
          DELETE FROM ${CHUNKS} WHERE ${beginsWithin(runId, { firstSeq: fromSeq, lastSeq: toSeq })} RETURNING *),
        line AS (${LINES_OF_PARTS}), merged AS (${MERGED_LINES})
        INSERT INTO log_chunk (${WRITTEN_COLUMNS})
        SELECT ${runId}, p.first_seq, p.line_count, p.min_time, p.max_time, p.level_mask, m.time, m.received_at, m.level,
               m.component, m.device, m.phase, m.message, m.fields, m.client_offset, p.level_counts,
               m.search_message, m.search_fields
        FROM merged m, (${MERGED_FACTS}) AS p`;
    },
    { timeout: 60_000 },
  );
}

const LINES_OF_PARTS = Prisma.sql`
  SELECT p.first_seq + l.i AS seq_in_run, p.search_message IS NULL AS is_unread, l.*
  FROM part p,
       unnest(p.time, p.received_at, p.level, p.component, p.device, p.phase, p.message, p.fields, p.client_offset,
              p.search_message, p.search_fields)
       WITH ORDINALITY AS l(time, received_at, level, component, device, phase, message, fields, client_offset,
                            search_message, search_fields, i)`;

/** NULL where a part is unread, empty where no line needs it. */
const joinSearched = (column: Prisma.Sql): Prisma.Sql => Prisma.sql`
  CASE WHEN bool_or(is_unread) THEN NULL WHEN count(${column}) > 0 THEN array_agg(${column} ORDER BY seq_in_run) ELSE '{}' END
    AS ${column}`;

const MERGED_LINES = Prisma.sql`
  SELECT array_agg(time ORDER BY seq_in_run) AS time, array_agg(received_at ORDER BY seq_in_run) AS received_at,
         array_agg(level ORDER BY seq_in_run) AS level, array_agg(component ORDER BY seq_in_run) AS component,
         array_agg(device ORDER BY seq_in_run) AS device, array_agg(phase ORDER BY seq_in_run) AS phase,
         array_agg(message ORDER BY seq_in_run) AS message, array_agg(fields ORDER BY seq_in_run) AS fields,
         CASE WHEN count(client_offset) > 0 THEN array_agg(client_offset ORDER BY seq_in_run) ELSE '{}' END AS client_offset,
         ${joinSearched(Prisma.sql`search_message`)}, ${joinSearched(Prisma.sql`search_fields`)}
  FROM line`;

const MERGED_FACTS = Prisma.sql`
  SELECT min(first_seq) AS first_seq, sum(line_count)::int AS line_count, min(min_time) AS min_time,
         max(max_time) AS max_time, bit_or(level_mask) AS level_mask,
         ${sumLevels(Prisma.sql`level_counts`)}::smallint[] AS level_counts
  FROM part HAVING count(*) > 0`;
