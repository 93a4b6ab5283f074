import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { ERROR_LEVELS, ERROR_NUMBER } from '@/lib/store/chunks/level';
import { maskedPart } from '@/lib/store/query/server/sql/mask-sql';
import { CHUNKS, isOfRun } from '@/lib/store/chunks/server/sql/chunk-rows';
import { holdsLevels } from '@/lib/store/chunks/server/sql/level-mask';
import { SEARCHED_MESSAGES, UNNEST_SEQ } from '@/lib/store/chunks/server/sql/line-row';

export type WantedErrors = {
  runIds: string[];
  /** The devices whose errors are wanted, '' for lines without one; undefined means all. */
  devices?: string[];
  /** Number of chunks with errors that are read of each run, from the first; undefined reads all. */
  chunksPerRun?: number;
};

/**
 * Most different messages per device and run: the first ones decide. Of the run's own messages, each can be a cause.
 */
const MESSAGES_PER_DEVICE = 5;

/**
 * Selects run_id, device, message, seq and count: error messages, as they are shown, per run and device, each with its first line and how many
 * lines have it. A chunk's row tells whether it holds errors, so that of a run of 1,000,000 lines some chunks are unpacked
 * and not a thousand.
 */
export function errorMessages({ runIds, devices, chunksPerRun }: WantedErrors): Prisma.Sql {
  const ofDevices = devices ? Prisma.sql`AND l.device = ANY(${devices}::text[])` : Prisma.empty;
  const limit = chunksPerRun === undefined ? Prisma.empty : Prisma.sql`LIMIT ${chunksPerRun}::int`;
  return Prisma.sql`
    SELECT m.run_id, m.device, m.message, m.seq, m.count FROM (
      SELECT l.run_id, l.device, ${maskedPart(Prisma.sql`l.message`)} AS message, min(l.seq)::int AS seq, count(*)::int AS count,
             row_number() OVER (PARTITION BY l.run_id, l.device ORDER BY min(l.seq)) AS nth
      FROM (
        SELECT c.run_id, ${UNNEST_SEQ}, unnest(c.level) AS level,
               unnest(c.device) AS device, unnest(${SEARCHED_MESSAGES}) AS message
        FROM unnest(${runIds}::text[]) AS r(id), LATERAL (
          SELECT c.run_id, c.first_seq, c.level, c.device, c.message, c.search_message FROM ${CHUNKS}
          WHERE ${isOfRun(Prisma.sql`r.id`)} AND ${holdsLevels(ERROR_LEVELS)}
          ORDER BY c.first_seq ${limit}) c) l
      WHERE l.level >= ${ERROR_NUMBER}::int ${ofDevices}
      GROUP BY 1, 2, 3) m
    WHERE m.nth <= ${MESSAGES_PER_DEVICE}::int OR m.device = ''`;
}
