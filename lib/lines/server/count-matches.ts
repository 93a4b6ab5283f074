import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { LEVEL_NUMBER, levelIndex, type Level } from '../level';
import type { ChunkMatches } from '../match-index';
import type { LineFilter } from '../schema';
import { lineConditions } from './line-conditions';
import { unnestColumns } from './line-row';

/**
 * Matches per chunk of a run by level and names, exact and without reading a text: levels alone from the chunks' counts,
 * names from the facets of sealed chunks.
 */
export function countMatches(tx: Prisma.TransactionClient, runId: string, filter: LineFilter): Promise<ChunkMatches[]> {
  if (filter.component ?? filter.device ?? filter.phase) return countFacets(tx, runId, filter);
  return countLevels(tx, runId, filter.level ?? []);
}

const SPAN = Prisma.sql`c.first_seq AS "firstSeq", c.first_seq + c.line_count - 1 AS "lastSeq"`;

/** Matches of levels per chunk, from the chunks' counts. Uses log_chunk_pkey and unpacks nothing. */
function countLevels(tx: Prisma.TransactionClient, runId: string, levels: Level[]): Promise<ChunkMatches[]> {
  const places = levels.map((level) => levelIndex(LEVEL_NUMBER[level]) + 1);
  const sum = Prisma.join(
    places.map((place) => Prisma.sql`c.level_counts[${place}::int]::int`),
    ' + ',
  );
  return tx.$queryRaw<ChunkMatches[]>`
    SELECT * FROM (SELECT ${SPAN}, ${sum} AS count FROM log_chunk c WHERE c.run_id = ${runId}) s
    WHERE s.count > 0 ORDER BY 1`;
}

const FACETS = Prisma.sql`unnest(c.facet_level) AS level, unnest(c.facet_component) AS component,
  unnest(c.facet_device) AS device, unnest(c.facet_phase) AS phase, unnest(c.facet_count) AS count`;

/**
 * Matches of names (and levels) per chunk: from the facets of sealed chunks, line by line in the others. Uses
 * log_chunk_words_idx, and log_chunk_pkey for chunks that are not sealed.
 */
function countFacets(tx: Prisma.TransactionClient, runId: string, filter: LineFilter): Promise<ChunkMatches[]> {
  const { chunk, words, line } = lineConditions(filter, runId);
  return tx.$queryRaw<ChunkMatches[]>`
    SELECT l."firstSeq", l."lastSeq", sum(l.count)::int AS count FROM (
      SELECT ${SPAN}, ${FACETS} FROM log_chunk c
      WHERE c.run_id = ${runId} AND c.sealed AND ${words} AND ${chunk}
      UNION ALL
      SELECT ${SPAN}, ${unnestColumns(['level', 'component', 'device', 'phase'])}, 1 FROM log_chunk c
      WHERE c.run_id = ${runId} AND NOT c.sealed AND ${chunk}) l
    WHERE ${line} GROUP BY 1, 2 ORDER BY 1`;
}
