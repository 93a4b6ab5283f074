import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { lineConditions } from '@/lib/store/query/server/sql/line-conditions';
import type { LineCursor } from '../../line-cursor';
import type { LineHit } from '../../newest-hits';
import type { LineSearch } from '../../schema';
import type { ChunkHead } from './find-chunk-heads';
import { linesOf, timeCondition } from './lines-of-chunks';
import { TIME_KEY_FORMAT } from './time-key-sql';

export type HitQuery = { search: LineSearch; cursor: LineCursor | null; limit: number };

/** The newest matching lines of the chunks that come after the cursor. */
export function findHits(
  tx: Prisma.TransactionClient,
  heads: readonly ChunkHead[],
  { search, cursor, limit }: HitQuery,
): Promise<LineHit[]> {
  const { columns, line } = lineConditions(search);
  return tx.$queryRaw<LineHit[]>`
    SELECT h.run_id AS "runId", h.seq, to_char(h.time AT TIME ZONE 'UTC', ${TIME_KEY_FORMAT}) AS time FROM (
      SELECT l.run_id, l.seq, l.time FROM ${linesOf(heads, columns)}
      WHERE ${line} AND ${timeCondition(search)} AND ${cursorCondition(cursor)}
      ORDER BY l.time DESC, l.run_id COLLATE "C" DESC, l.seq DESC LIMIT ${limit}::int) h`;
}

function cursorCondition(cursor: LineCursor | null): Prisma.Sql {
  if (!cursor) return Prisma.sql`true`;
  const { time, line } = cursor;
  if (!line) return Prisma.sql`l.time <= ${time}::timestamptz`;
  return Prisma.sql`(l.time, l.run_id COLLATE "C", l.seq) < (${time}::timestamptz, ${line.runId}, ${line.seq}::int)`;
}
