import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { LEVEL_NUMBER, levelIndex, type Level } from '../level';
import type { LineFilter } from '../schema';
import { lineConditions, type FilterColumn } from './line-conditions';
import { unnestColumns } from './line-row';

/** How many lines match in the chunk that starts at `firstSeq` and ends at `lastSeq`; chunks without a match are left out. */
export type ChunkMatches = { firstSeq: number; lastSeq: number; count: number };

const SPAN = Prisma.sql`c.first_seq AS "firstSeq", c.first_seq + c.line_count - 1 AS "lastSeq"`;

/**
 * Matches per chunk of a run, by the cheapest way that is exact: levels alone from the chunks' counts, names from the
 * facets of sealed chunks, words and texts line by line in the chunks that may hold them.
 */
export function countMatches(tx: Prisma.TransactionClient, runId: string, filter: LineFilter): Promise<ChunkMatches[]> {
  if (filter.q) return countLines(tx, runId, filter);
  if (filter.component ?? filter.device ?? filter.phase) return countFacets(tx, runId, filter);
  return countLevels(tx, runId, filter.level ?? []);
}

/** Uses log_chunk_pkey and unpacks nothing. */
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

const FACETS = Prisma.sql`unnest(c.facet_level, c.facet_component, c.facet_device, c.facet_phase, c.facet_count)
  AS l(level, component, device, phase, count)`;

/** Uses log_chunk_words_idx, and log_chunk_pkey for chunks that are not sealed. */
function countFacets(tx: Prisma.TransactionClient, runId: string, filter: LineFilter): Promise<ChunkMatches[]> {
  const { columns, chunk, words, line } = lineConditions(filter, runId);
  return tx.$queryRaw<ChunkMatches[]>`
    SELECT ${SPAN}, sum(l.count)::int AS count FROM log_chunk c, ${FACETS}
    WHERE c.run_id = ${runId} AND c.sealed AND ${words} AND ${chunk} AND ${line}
    GROUP BY c.first_seq, c.line_count
    UNION ALL
    SELECT l."firstSeq", l."lastSeq", count(*)::int FROM (
      SELECT ${SPAN}, ${unnestColumns(columns)} FROM log_chunk c
      WHERE c.run_id = ${runId} AND NOT c.sealed AND ${chunk}) l
    WHERE ${line} GROUP BY 1, 2
    ORDER BY 1`;
}

/** Uses log_chunk_words_idx, and log_chunk_pkey for chunks that are not sealed and for searches that know no whole word. */
function countLines(tx: Prisma.TransactionClient, runId: string, filter: LineFilter): Promise<ChunkMatches[]> {
  const { columns, chunk, words, line } = lineConditions(filter, runId);
  const lines = (columnList: FilterColumn[], condition: Prisma.Sql) => Prisma.sql`
    SELECT ${SPAN}, ${unnestColumns(columnList)} FROM log_chunk c
    WHERE c.run_id = ${runId} AND ${chunk} AND ${condition}`;
  return tx.$queryRaw<ChunkMatches[]>`
    SELECT l."firstSeq", l."lastSeq", count(*)::int AS count FROM (
      ${lines(columns, Prisma.sql`c.sealed AND ${words}`)}
      UNION ALL
      ${lines(columns, Prisma.sql`NOT c.sealed`)}) l
    WHERE ${line} GROUP BY 1, 2 ORDER BY 1`;
}
