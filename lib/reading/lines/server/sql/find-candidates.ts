import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import type { SeqSpan } from '@/lib/store/chunks/seq-span';
import { CHUNK_SPAN, CHUNKS, isOfRun } from '@/lib/store/chunks/server/sql/chunk-rows';
import type { LineFilter } from '@/lib/store/query/line-filter';
import { singleWord } from '@/lib/store/query/search-query';
import { lineConditions } from '@/lib/store/query/server/sql/line-conditions';

/** A chunk that may hold matches of a search: how many, where that is known without looking at its lines. */
export type Candidate = SeqSpan & { count: number | null };

/**
 * The chunks of a run that a text search has to look into, in the order of seq. Of a search for nothing but one word in any case, sealed
 * chunks know the count when the word is frequent in them. Uses the index of words (lineConditions), and the run's for chunks that are not
 * sealed and for searches that know no whole word.
 */
export function findCandidates(tx: Prisma.TransactionClient, runId: string, filter: LineFilter): Promise<Candidate[]> {
  const { chunk, words, hasWords, isInside } = lineConditions(filter, runId);
  const chunks = (condition: Prisma.Sql, count: Prisma.Sql) => Prisma.sql`
    SELECT ${CHUNK_SPAN}, ${count} AS count
    FROM ${CHUNKS} WHERE ${isOfRun(runId)} AND ${chunk} AND ${condition}`;
  const unknown = Prisma.sql`NULL::int`;
  if (!hasWords) return tx.$queryRaw<Candidate[]>`${chunks(Prisma.sql`true`, unknown)} ORDER BY 1`;
  return tx.$queryRaw<Candidate[]>`
    ${chunks(Prisma.sql`c.sealed AND ${words}`, knownCount(filter, isInside) ?? unknown)}
    UNION ALL ${chunks(Prisma.sql`NOT c.sealed`, unknown)} ORDER BY 1`;
}

function knownCount(filter: LineFilter, isInside: Prisma.Sql): Prisma.Sql | null {
  const { q = '', case: isCaseKept, level, component, device, phase } = filter;
  const word = singleWord(q);
  if (word === null || isCaseKept || level || component || device || phase) return null;
  return Prisma.sql`CASE WHEN ${isInside} THEN c.frequent_lines[array_position(c.frequent_words, ${word})]::int END`;
}
