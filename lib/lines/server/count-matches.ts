import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { LEVEL_NUMBER, levelIndex, type Level } from '../level';
import { MAX_CHUNK_LINES } from '../chunk';
import type { ChunkMatches, SeqSpan } from '../match-index';
import type { LineFilter } from '../schema';
import { lineConditions } from './line-conditions';
import { unnestColumns } from './line-row';

export type RunSpan = SeqSpan & { runId: string };

/**
 * Matches per chunk in a span of a run's seqs, by the cheapest way that is exact: levels alone from the chunks' counts,
 * names from the facets of sealed chunks, words and texts line by line in the chunks that may hold them. Only the last
 * takes a part of a chunk; the others want a span of whole chunks, as one snapshot shows them.
 */
export function countMatches(tx: Prisma.TransactionClient, span: RunSpan, filter: LineFilter): Promise<ChunkMatches[]> {
  if (filter.q) return countLines(tx, span, filter);
  if (filter.component ?? filter.device ?? filter.phase) return countFacets(tx, span.runId, filter);
  return countLevels(tx, span.runId, filter.level ?? []);
}

const SPAN = Prisma.sql`c.first_seq AS "firstSeq", c.first_seq + c.line_count - 1 AS "lastSeq"`;

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

const FACETS = Prisma.sql`unnest(c.facet_level) AS level, unnest(c.facet_component) AS component,
  unnest(c.facet_device) AS device, unnest(c.facet_phase) AS phase, unnest(c.facet_count) AS count`;

/** Uses log_chunk_words_idx, and log_chunk_pkey for chunks that are not sealed. */
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

/** Uses log_chunk_words_idx, and log_chunk_pkey for chunks that are not sealed and for searches that know no whole word. */
function countLines(tx: Prisma.TransactionClient, span: RunSpan, filter: LineFilter): Promise<ChunkMatches[]> {
  const { runId, firstSeq, lastSeq } = span;
  const { columns, chunk, words, hasWords, line } = lineConditions(filter, runId);
  const lines = (condition: Prisma.Sql) => Prisma.sql`
    SELECT c.first_seq, c.line_count, generate_subscripts(c.level, 1) AS i, ${unnestColumns(columns)} FROM log_chunk c
    WHERE c.run_id = ${runId} AND c.first_seq > ${firstSeq - MAX_CHUNK_LINES}::int AND c.first_seq <= ${lastSeq}::int
      AND ${chunk} AND ${condition}`;
  const candidates = hasWords
    ? Prisma.sql`${lines(Prisma.sql`c.sealed AND ${words}`)} UNION ALL ${lines(Prisma.sql`NOT c.sealed`)}`
    : lines(Prisma.sql`true`);
  return tx.$queryRaw<ChunkMatches[]>`
    SELECT greatest(l.first_seq, ${firstSeq}::int) AS "firstSeq",
           least(l.first_seq + l.line_count - 1, ${lastSeq}::int) AS "lastSeq", count(*)::int AS count
    FROM (${candidates}) l
    WHERE ${line} AND l.first_seq + l.i - 1 BETWEEN ${firstSeq}::int AND ${lastSeq}::int
    GROUP BY 1, 2 ORDER BY 1`;
}
