import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { LEVEL_NUMBER, levelIndex, LEVELS } from '@/lib/store/chunks/level';
import type { ChunkMatches } from '../../match-index';
import type { LineFilter } from '@/lib/store/query/line-filter';
import { lineConditions, type LineConditions } from '@/lib/store/query/server/sql/line-conditions';
import { unnestColumns } from '@/lib/store/chunks/server/sql/line-row';

/**
 * Matches per chunk of a run by level, names and time, exact and without reading a text: levels alone from the chunks' counts,
 * names from the facets of sealed chunks. Of chunks that reach over an end of the range of time each line is looked at.
 */
export function countMatches(tx: Prisma.TransactionClient, runId: string, filter: LineFilter): Promise<ChunkMatches[]> {
  if (filter.component ?? filter.device ?? filter.phase) return countFacets(tx, runId, filter);
  return countLevels(tx, runId, filter);
}

const SPAN = Prisma.sql`c.first_seq AS "firstSeq", c.first_seq + c.line_count - 1 AS "lastSeq"`;

/** Matches of levels per chunk, from the chunks' counts. Uses log_chunk_pkey and unpacks only the ends of a range. */
function countLevels(tx: Prisma.TransactionClient, runId: string, filter: LineFilter): Promise<ChunkMatches[]> {
  const { chunk, isInside, line, columns } = lineConditions(filter);
  const counts = (filter.level ?? LEVELS).map((level) => {
    const place = levelIndex(LEVEL_NUMBER[level]) + 1;
    return Prisma.sql`c.level_counts[${place}::int]::int`;
  });
  return tx.$queryRaw<ChunkMatches[]>`
    SELECT * FROM (
      SELECT ${SPAN}, ${Prisma.join(counts, ' + ')} AS count FROM log_chunk c WHERE c.run_id = ${runId} AND ${isInside}
      UNION ALL
      ${countEach(runId, { columns, chunk: Prisma.sql`${chunk} AND NOT (${isInside})`, line })}) s
    WHERE s.count > 0 ORDER BY 1`;
}

const FACETS = Prisma.sql`unnest(c.facet_level) AS level, unnest(c.facet_component) AS component,
  unnest(c.facet_device) AS device, unnest(c.facet_phase) AS phase, unnest(c.facet_count) AS count`;

/**
 * Matches of names (and levels) per chunk: from the facets of sealed chunks, line by line in the others. Uses
 * log_chunk_words_idx, and log_chunk_pkey for chunks that are not sealed.
 */
function countFacets(tx: Prisma.TransactionClient, runId: string, filter: LineFilter): Promise<ChunkMatches[]> {
  const { chunk, words, isInside, line, untimed, columns } = lineConditions(filter, runId);
  return tx.$queryRaw<ChunkMatches[]>`
    SELECT l."firstSeq", l."lastSeq", sum(l.count)::int AS count FROM (
      SELECT ${SPAN}, ${FACETS} FROM log_chunk c
      WHERE c.run_id = ${runId} AND c.sealed AND ${words} AND ${chunk} AND ${isInside}) l
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
    SELECT ${SPAN}, ${unnestColumns(columns)} FROM log_chunk c WHERE c.run_id = ${runId} AND ${chunk}) l
  WHERE ${line} GROUP BY 1, 2`;
