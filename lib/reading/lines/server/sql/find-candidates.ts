import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import type { SeqSpan } from '@/lib/store/chunks/seq-span';
import { CHUNK_SPAN, CHUNKS, isOfRun } from '@/lib/store/chunks/server/sql/chunk-rows';
import type { LineFilter } from '@/lib/store/query/line-filter';
import { singleWord } from '@/lib/store/query/search-query';
import { lineConditions } from '@/lib/store/query/server/sql/line-conditions';

/** A chunk that may hold matches of a search; `count` where it is known without reading lines. */
export type CandidateChunk = SeqSpan & { count: number | null };

/**
 * The chunks of a run that a text search must read, in the order of seq. For a search for a single word in any case,
 * sealed chunks know the count of words that are frequent in them. Uses the index of words (lineConditions), and the
 * run's for chunks that are not sealed and for searches that know no whole word.
 */
export function findCandidates(
  tx: Prisma.TransactionClient,
  runId: string,
  filter: LineFilter,
): Promise<CandidateChunk[]> {
  const { chunk, words, hasWords, isInside } = lineConditions(filter, runId);
  const chunks = (condition: Prisma.Sql, count: Prisma.Sql) => Prisma.sql`
    SELECT ${CHUNK_SPAN}, ${count} AS count
    FROM ${CHUNKS} WHERE ${isOfRun(runId)} AND ${chunk} AND ${condition}`;
  const unknown = Prisma.sql`NULL::int`;
  if (!hasWords) return tx.$queryRaw<CandidateChunk[]>`${chunks(Prisma.sql`true`, unknown)} ORDER BY 1`;
  return tx.$queryRaw<CandidateChunk[]>`
    ${chunks(Prisma.sql`c.sealed AND ${words}`, knownCount(filter, isInside) ?? unknown)}
    UNION ALL ${chunks(Prisma.sql`NOT c.sealed`, unknown)} ORDER BY 1`;
}

function knownCount(filter: LineFilter, isInside: Prisma.Sql): Prisma.Sql | null {
  const { q = '', case: isCaseKept, level, component, device, phase } = filter;
  const word = singleWord(q);
  if (word === null || isCaseKept || level || component || device || phase) return null;
  return Prisma.sql`CASE WHEN ${isInside} THEN c.frequent_lines[array_position(c.frequent_words, ${word})]::int END`;
}
