import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import { LEVELS, levelIndex } from '@/lib/store/chunks/level';
import type { MinimapSpan } from '../../minimap';
import type { LineFilter } from '@/lib/store/query/line-filter';
import { lineConditions } from '@/lib/store/query/server/sql/line-conditions';
import { CHUNK_SPAN, CHUNKS, isOfRun } from '@/lib/store/chunks/server/sql/chunk-rows';
import { FACET_COLUMNS, unnestFacets } from '@/lib/store/chunks/server/sql/facets';
import { unnestColumns } from '@/lib/store/chunks/server/sql/line-row';

/**
 * Matches per chunk and level of a filter by level and names, in the order of seq, without reading a text: from the chunks'
 * counts, or from the facets of sealed chunks. With names the index of words (lineConditions) serves it too.
 */
export async function countSpanLevels(
  tx: Prisma.TransactionClient,
  runId: string,
  filter: LineFilter,
): Promise<MinimapSpan[]> {
  const { level: levels } = filter;
  if (filter.component ?? filter.device ?? filter.phase) return countFacetLevels(tx, runId, filter);
  const { chunk } = lineConditions(filter);
  const rows = await tx.$queryRaw<MinimapSpan[]>`
    SELECT ${CHUNK_SPAN}, c.level_counts AS counts FROM ${CHUNKS} WHERE ${isOfRun(runId)} AND ${chunk} ORDER BY 1`;
  if (!levels) return rows;
  const isShown = LEVELS.map((level) => levels.includes(level));
  return rows.map((row) => ({ ...row, counts: row.counts.map((count, at) => (isShown[at] ? count : 0)) }));
}

type LevelRow = { firstSeq: number; lastSeq: number; level: number; count: number };

async function countFacetLevels(
  tx: Prisma.TransactionClient,
  runId: string,
  filter: LineFilter,
): Promise<MinimapSpan[]> {
  const { chunk, words, line } = lineConditions(filter, runId);
  const rows = await tx.$queryRaw<LevelRow[]>`
    SELECT l."firstSeq", l."lastSeq", l.level, sum(l.count)::int AS count FROM (
      SELECT ${CHUNK_SPAN}, ${unnestFacets(FACET_COLUMNS)} FROM ${CHUNKS}
      WHERE ${isOfRun(runId)} AND c.sealed AND ${words} AND ${chunk}
      UNION ALL
      SELECT ${CHUNK_SPAN}, ${unnestColumns(FACET_COLUMNS)}, 1 FROM ${CHUNKS}
      WHERE ${isOfRun(runId)} AND NOT c.sealed AND ${chunk}) l
    WHERE ${line} GROUP BY 1, 2, 3 ORDER BY 1`;
  const spans = new Map<number, MinimapSpan & { counts: number[] }>();
  for (const { firstSeq, lastSeq, level, count } of rows) {
    const span = spans.get(firstSeq) ?? { firstSeq, lastSeq, counts: LEVELS.map(() => 0) };
    span.counts[levelIndex(level)] = count;
    spans.set(firstSeq, span);
  }
  return [...spans.values()];
}
