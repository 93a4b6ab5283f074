import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { CHUNKS } from '@/lib/store/chunks/server/sql/chunk-rows';
import { lineConditions } from '@/lib/store/query/server/sql/line-conditions';
import type { TimeKey } from '../../line-cursor';
import type { LineSearch } from '../../schema';
import { TIME_KEY_FORMAT } from './time-key-sql';

/** Facts about a chunk that are known before its lines are read. */
export type ChunkHead = { runId: string; firstSeq: number; maxTime: TimeKey; levelCounts: number[] };

export type HeadQuery = {
  search: LineSearch;
  /** Only chunks with lines of this time or older. */
  notAfter: TimeKey | null;
  /** The last chunk of the part before. */
  after: ChunkHead | null;
  limit: number;
};

/**
 * The next chunks that may hold a match, by their newest line, newest first. Uses the chunks' index by max_time, and for words
 * and names that of words and, of chunks that are not sealed, theirs by max_time.
 */
export async function findChunkHeads(tx: Prisma.TransactionClient, query: HeadQuery): Promise<ChunkHead[]> {
  const conditions = Prisma.join(rangeConditions(query), ' AND ');
  const chunks = candidates(query.search, conditions);
  return tx.$queryRaw<ChunkHead[]>`
    SELECT h.run_id AS "runId", h.first_seq AS "firstSeq", h.level_counts AS "levelCounts",
           to_char(h.max_time AT TIME ZONE 'UTC', ${TIME_KEY_FORMAT}) AS "maxTime"
    FROM (${chunks}) h ORDER BY h.max_time DESC, h.run_id, h.first_seq LIMIT ${query.limit}::int`;
}

function candidates(search: LineSearch, conditions: Prisma.Sql): Prisma.Sql {
  const { chunk, words, hasWords } = lineConditions(search);
  const chunks = (condition: Prisma.Sql) => Prisma.sql`
    SELECT c.run_id, c.first_seq, c.max_time, c.level_counts FROM ${CHUNKS} WHERE ${condition} AND ${conditions}`;
  // Without words, one index has all chunks in order.
  if (!hasWords) return chunks(chunk);
  return Prisma.sql`${chunks(Prisma.sql`c.sealed AND ${words} AND ${chunk}`)}
    UNION ALL ${chunks(Prisma.sql`NOT c.sealed AND ${chunk}`)}`;
}

function rangeConditions({ search, notAfter, after }: HeadQuery): Prisma.Sql[] {
  const { from, to, job } = search;
  return [
    Prisma.sql`true`,
    ...(from ? [Prisma.sql`c.max_time >= ${from}::timestamptz`] : []),
    ...(to ? [Prisma.sql`c.min_time < ${to}::timestamptz`] : []),
    ...(notAfter ? [Prisma.sql`c.min_time <= ${notAfter}::timestamptz`] : []),
    ...(job ? [Prisma.sql`c.run_id IN (SELECT r.id FROM run r WHERE r.job_id = ANY(${job}))`] : []),
    ...(after ? [isAfter(after)] : []),
  ];
}

/** In the order of the index by max_time, whose first column descends while the others ascend. */
const isAfter = ({ maxTime, runId, firstSeq }: ChunkHead): Prisma.Sql =>
  Prisma.sql`c.max_time <= ${maxTime}::timestamptz
    AND (c.max_time < ${maxTime}::timestamptz OR (c.run_id, c.first_seq) > (${runId}, ${firstSeq}::int))`;
