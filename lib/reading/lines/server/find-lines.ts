import 'server-only';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import { withSearchBudget, type SearchOptions } from '@/lib/db/search-budget';
import { marksAt, indexesOfPage } from '../derived-list';
import { isDerived } from '../line-filter-codec';
import { findPageSpan, totalMatches } from '../match-index';
import type { FindLinesQuery, LinePage } from '../schema';
import { findDerived } from './sql/find-derived';
import { findMatches } from './sql/find-matches';
import { findSeqs } from './sql/find-seqs';
import { getLastSeq } from './sql/get-last-seq';
import { hasFilter } from '@/lib/store/query/server/sql/line-conditions';
import { toLine, type LineRow } from '@/lib/store/chunks/server/sql/line-row';
import { pickLines } from '@/lib/store/chunks/server/sql/pick-lines';
import { readSpan } from '@/lib/store/chunks/server/sql/read-span';

/**
 * A page of a run's lines, with the exact number that match. A page is found without reading the lines before it, so
 * the millionth line costs as much as the first. Throws `not_found`, and `search_timeout` when a search took too long.
 */
export async function findLines(
  viewer: Viewer,
  runId: string,
  { signal, ...query }: FindLinesQuery & SearchOptions,
): Promise<LinePage> {
  assertCan(viewer, 'runs:read');
  if (isDerived(query)) return findOfList(runId, query, { signal });
  return hasFilter(query) ? findFiltered(runId, query, { signal }) : findAll(runId, query);
}

async function findAll(runId: string, query: FindLinesQuery): Promise<LinePage> {
  const { limit, order, offset = 0 } = query;
  const lastSeq = await getLastSeq(db(), runId);
  const start = query.from ?? (order === 'asc' ? 1 + offset : lastSeq - offset);
  const span =
    order === 'asc'
      ? { firstSeq: Math.max(1, start), lastSeq: Math.min(lastSeq, start + limit - 1) }
      : { firstSeq: Math.max(1, start - limit + 1), lastSeq: Math.min(lastSeq, start) };
  const lines = span.firstSeq > span.lastSeq ? [] : await readSpan(runId, span, order);
  return toPage(lines, { query, total: lastSeq, lastSeq });
}

async function findFiltered(runId: string, query: FindLinesQuery, options: SearchOptions): Promise<LinePage> {
  const { lastSeq, chunks } = await findMatches(runId, query, options);
  const span = findPageSpan(chunks, query);
  const seqs = span ? await withSearchBudget((tx) => findSeqs(tx, { runId, span }, query), options) : [];
  const lines = await pickLines(seqs.map((seq) => ({ runId, seq })));
  lines.sort((one, other) => (query.order === 'asc' ? one.seq - other.seq : other.seq - one.seq));
  return toPage(lines, { query, total: totalMatches(chunks), lastSeq });
}

async function findOfList(runId: string, query: FindLinesQuery, options: SearchOptions): Promise<LinePage> {
  const { lastSeq, list } = await findDerived({ runId, selection: query, upTo: query.upTo }, options);
  const indexes = indexesOfPage(list, query);
  const picked = await pickLines(indexes.map((index) => ({ runId, seq: list.seqs[index] ?? 0 })));
  const rows = new Map(picked.map((row) => [row.seq, row]));
  const marks = new Map(indexes.map((index) => [list.seqs[index], marksAt(list, index)]));
  const ordered = indexes.map((index) => rows.get(list.seqs[index] ?? 0)).filter((row) => row !== undefined);
  const page = toPage(ordered, { query, total: list.seqs.length, lastSeq });
  return { ...page, lines: page.lines.map((line) => ({ ...line, ...marks.get(line.seq) })) };
}

function toPage(
  rows: LineRow[],
  { query, total, lastSeq }: { query: FindLinesQuery; total: number; lastSeq: number },
): LinePage {
  const last = rows.at(-1)?.seq;
  const next = last === undefined || rows.length < query.limit ? null : query.order === 'asc' ? last + 1 : last - 1;
  return {
    lines: rows.map(toLine),
    total,
    nextSeq: next !== null && next >= 1 && next <= lastSeq ? next : null,
    lastSeq,
  };
}
