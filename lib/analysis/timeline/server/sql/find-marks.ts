import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { LEVEL_NUMBER } from '@/lib/store/chunks/level';
import { CHUNKS, isOfRun } from '@/lib/store/chunks/server/sql/chunk-rows';
import { holdsLevels } from '@/lib/store/chunks/server/sql/level-mask';
import type { TimelineAxis } from '../../axis';
import type { FoundMark } from '../../build-timeline';
import { MAX_MARKS } from '../../schema';
import { offsetOf, startOf } from './axis-sql';

const MARKED = ['WARNING', 'ERROR', 'CRITICAL'] as const;
const POSITIONS = Prisma.join(
  MARKED.map((level) => Prisma.sql`array_positions(c.level, ${LEVEL_NUMBER[level]}::smallint)`),
  ' || ',
);
/** Orders lines by level, worst first, then by seq, in one number, so that one aggregate finds both. */
const RANK = Prisma.sql`((${LEVEL_NUMBER.CRITICAL}::int - l.level)::int8 << 32) + l.seq`;

/**
 * Lines of WARNING and worse, one mark for all of a device and component at the same spot; the worst, and of a level the
 * earliest, when there are too many. Only chunks that hold such lines are read, and their lines taken out by subscript
 * (see pickLines); the second OFFSET 0 keeps each subscript from being computed for every expression that names it.
 */
export function findMarks(tx: Prisma.TransactionClient, runId: string, axis: TimelineAxis): Promise<FoundMark[]> {
  return tx.$queryRaw<FoundMark[]>`
    SELECT m.device, m.component, m.ms, ${LEVEL_NUMBER.CRITICAL}::int - (m.rank >> 32)::int AS level,
           (m.rank & 4294967295)::int AS seq, m.count, m.total
    FROM (
      SELECT l.device, l.component, ${offsetOf(axis, Prisma.sql`min(l.time)`)} AS ms, min(${RANK}) AS rank,
             count(*)::int AS count, (count(*) OVER ())::int AS total
      FROM (
        SELECT u.first_seq + i - 1 AS seq, u.level[i] AS level, u.device[i] AS device, u.component[i] AS component,
               u.time[i] AS time
        FROM (SELECT c.first_seq, ${POSITIONS} AS positions, array_cat(c.level, '{}') AS level,
                     array_cat(c.device, '{}') AS device, array_cat(c.component, '{}') AS component,
                     array_cat(c.time, '{}') AS time
              FROM ${CHUNKS} WHERE ${isOfRun(runId)} AND ${holdsLevels(MARKED)} OFFSET 0) u,
             unnest(u.positions) AS i OFFSET 0) l
      GROUP BY l.device, l.component, date_bin(make_interval(secs => ${axis.spotMs / 1000}::float8), l.time, ${startOf(axis)})
      ORDER BY rank LIMIT ${MAX_MARKS}::int) m
    ORDER BY m.rank`;
}
