import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { ERROR_NUMBER, LEVEL_NUMBER, levelIndex } from '@/lib/lines/level';
import type { ErrorMessage } from '../find-cause';

export type RunErrorMessage = ErrorMessage & { runId: string };

type Wanted = {
  runIds: string[];
  /** The devices whose errors are wanted, '' for lines without one; left out: all. */
  devices?: string[];
  /** How many chunks with errors are read of each run, the first ones. */
  chunksPerRun: number;
};

/** Different messages a device and run: the first ones decide. Of the run itself each can be a cause. */
const MESSAGES_PER_DEVICE = 5;
const MAX_MESSAGES = 3000;
const ERROR_MASK = (1 << levelIndex(ERROR_NUMBER)) | (1 << levelIndex(LEVEL_NUMBER.CRITICAL));

/**
 * Error messages per run and device in the order of their first lines, with how many lines have them. Uses log_chunk_pkey;
 * level_mask tells which chunks hold errors, so that of a run of 1,000,000 lines some chunks are unpacked and not a thousand.
 */
export async function findErrorMessages(tx: Prisma.TransactionClient, wanted: Wanted): Promise<RunErrorMessage[]> {
  const { runIds, devices, chunksPerRun } = wanted;
  if (runIds.length === 0) return [];
  const ofDevices = devices ? Prisma.sql`AND l.device = ANY(${devices}::text[])` : Prisma.empty;
  return tx.$queryRaw<RunErrorMessage[]>`
    SELECT m.run_id AS "runId", m.device, m.message, m.seq, m.count FROM (
      SELECT l.run_id, l.device, left(l.message, 1000) AS message, min(l.seq)::int AS seq, count(*)::int AS count,
             row_number() OVER (PARTITION BY l.run_id, l.device ORDER BY min(l.seq)) AS place
      FROM (
        SELECT c.run_id, c.first_seq + generate_subscripts(c.level, 1) - 1 AS seq, unnest(c.level) AS level,
               unnest(c.device) AS device, unnest(c.message) AS message
        FROM unnest(${runIds}::text[]) AS r(id), LATERAL (
          SELECT k.run_id, k.first_seq, k.level, k.device, k.message FROM log_chunk k
          WHERE k.run_id = r.id AND k.level_mask & ${ERROR_MASK}::int <> 0
          ORDER BY k.first_seq LIMIT ${chunksPerRun}::int) c) l
      WHERE l.level >= ${ERROR_NUMBER}::int ${ofDevices}
      GROUP BY 1, 2, 3) m
    WHERE m.place <= ${MESSAGES_PER_DEVICE}::int OR m.device = ''
    ORDER BY m.run_id, m.seq LIMIT ${MAX_MESSAGES}::int`;
}
