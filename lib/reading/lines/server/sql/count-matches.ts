import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import type { ChunkMatches } from '../../match-index';
import type { LineFilter } from '@/lib/store/query/line-filter';
import { lineConditions, type LineConditions } from '@/lib/store/query/server/sql/line-conditions';
import { levelSum } from '@/lib/store/chunks/server/sql/level-counts';
import { CHUNK_SPAN, CHUNKS, isOfRun } from '@/lib/store/chunks/server/sql/chunk-rows';
import { FACET_COLUMNS, unnestFacets } from '@/lib/store/chunks/server/sql/facets';
import { unnestColumns } from '@/lib/store/chunks/server/sql/line-row';

/**
 * Matches per chunk of a run by level, names and time, exact and without reading a text: levels alone from the chunks' counts,
 * names from the facets of sealed chunks. Of chunks that reach over an end of the range of time each line is looked at.
 */
export function countMatches(tx: Prisma.TransactionClient, runId: string, filter: LineFilter): Promise<ChunkMatches[]> {
  if (filter.component ?? filter.device ?? filter.phase) return countFacets(tx, runId, filter);
  return countLevels(tx, runId, filter);
}

/** Matches of levels per chunk, from the chunks' counts. Unpacks only the ends of a range. */
function countLevels(tx: Prisma.TransactionClient, runId: string, filter: LineFilter): Promise<ChunkMatches[]> {
  const { chunk, isInside, line, columns } = lineConditions(filter);
  return tx.$queryRaw<ChunkMatches[]>`
    SELECT * FROM (
      SELECT ${CHUNK_SPAN}, ${levelSum(Prisma.sql`c.level_counts`, filter.level)}::int AS count FROM ${CHUNKS} WHERE ${isOfRun(runId)} AND ${isInside}
      UNION ALL
      ${countEach(runId, { columns, chunk: Prisma.sql`${chunk} AND NOT (${isInside})`, line })}) s
    WHERE s.count > 0 ORDER BY 1`;
}

/**
 * Matches of names (and levels) per chunk: from the facets of sealed chunks, line by line in the others. Uses
 * the index of words (lineConditions), and the run's for chunks that are not sealed.
 */
function countFacets(tx: Prisma.TransactionClient, runId: string, filter: LineFilter): Promise<ChunkMatches[]> {
  const { chunk, words, isInside, line, untimed, columns } = lineConditions(filter, runId);
  return tx.$queryRaw<ChunkMatches[]>`
    SELECT l."firstSeq", l."lastSeq", sum(l.count)::int AS count FROM (
      SELECT ${CHUNK_SPAN}, ${unnestFacets(FACET_COLUMNS)} FROM ${CHUNKS}
      WHERE ${isOfRun(runId)} AND c.sealed AND ${words} AND ${chunk} AND ${isInside}) l
    WHERE ${untimed} GROUP BY 1, 2
    UNION ALL ${countEach(runId, { columns, chunk: Prisma.sql`${chunk} AND c.sealed AND ${words} AND NOT (${isInside})`, line })}
    UNION ALL ${countEach(runId, { columns, chunk: Prisma.sql`${chunk} AND NOT c.sealed`, line })}
    ORDER BY 1`;
}

/** Matches per chunk among the lines of some chunks. */
const countEach = (
  runId: string,
  { columns, chunk, line }: Pick<LineConditions, 'columns' | 'chunk' | 'line'>,
): Prisma.Sql => Prisma.sql`
  SELECT l."firstSeq", l."lastSeq", count(*)::int AS count FROM (
    SELECT ${CHUNK_SPAN}, ${unnestColumns(columns)} FROM ${CHUNKS} WHERE ${isOfRun(runId)} AND ${chunk}) l
  WHERE ${line} GROUP BY 1, 2`;
