import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/http/fetch-json';
import { lineFilterText, lineSelectionText } from './line-filter-codec';
import { PAGE_SIZE, type PageRange } from './line-window';
import type { Level } from '@/lib/store/chunks/level';
import type { LineRange } from './line-range';
import { linePageSchema, MAX_LINE_PAGE, minimapSchema, type LinePage, type LineSelection } from './schema';
import type { Line } from '@/lib/store/chunks/line';
import type { LineFilter } from '@/lib/store/query/line-filter';

/** Pages that nobody looks at are dropped after this time, so that a long scroll does not fill the memory. */
const PAGE_KEPT_MS = 60_000;

export type LineSource = {
  runId: string;
  filter: LineSelection;
  /** For a list made by the server: the run's last seq when it was made, so that its pages fit together. */
  upTo?: number | undefined;
};

const linesKey = ({ runId, filter, upTo }: LineSource) =>
  ['runs', 'lines', runId, lineSelectionText(filter), upTo] as const;

type PageParams = { from?: number; offset?: number; limit: number; order?: 'asc' | 'desc' };

export function fetchLines(
  { runId, filter, upTo }: LineSource,
  page: PageParams,
  signal?: AbortSignal,
): Promise<LinePage> {
  const params = new URLSearchParams(lineSelectionText(filter));
  if (upTo !== undefined) params.set('upTo', String(upTo));
  for (const [name, value] of Object.entries(page)) params.set(name, String(value));
  return fetchJson(linePageSchema, `/api/v1/runs/${encodeURIComponent(runId)}/lines?${params}`, { signal });
}

/** The first page; the tail continues from its total and lastSeq. */
export const lineSnapshotOptions = (source: LineSource) =>
  queryOptions({
    queryKey: [...linesKey(source), 'snapshot'],
    queryFn: ({ signal }) => fetchLines(source, { offset: 0, limit: PAGE_SIZE }, signal),
    staleTime: Infinity,
  });

/** The line at an index never changes, so a page is never stale. */
export const linePageOptions = (source: LineSource, { page, offset, limit }: PageRange) =>
  queryOptions({
    queryKey: [...linesKey(source), 'page', page, limit],
    queryFn: async ({ signal }) => (await fetchLines(source, { offset, limit }, signal)).lines,
    staleTime: Infinity,
    gcTime: PAGE_KEPT_MS,
  });

/** One line by its seq, whatever the filters; null when the run has no such line. */
export const lineOptions = (runId: string, seq: number) =>
  queryOptions({
    queryKey: [...linesKey({ runId, filter: {} }), 'line', seq],
    queryFn: async ({ signal }): Promise<Line | null> => {
      const { lines } = await fetchLines({ runId, filter: {} }, { from: seq, limit: 1 }, signal);
      return lines[0]?.seq === seq ? lines[0] : null;
    },
    staleTime: Infinity,
    gcTime: PAGE_KEPT_MS,
  });

const ERROR_LEVELS: readonly Level[] = ['ERROR', 'CRITICAL'];

/**
 * The nearest error from a seq on (`desc`: back) under the other filters; of the chosen levels only those of errors
 * count.
 */
export async function fetchNearestError(
  { runId, filter }: LineSource,
  { from, order }: { from: number; order: 'asc' | 'desc' },
): Promise<Line | null> {
  if (from < 1) return null;
  const chosen = ERROR_LEVELS.filter((level) => filter.level?.includes(level));
  const level = chosen.length > 0 ? chosen : [...ERROR_LEVELS];
  const errors = { ...filter, level, around: undefined, fold: undefined };
  const { lines } = await fetchLines({ runId, filter: errors }, { from, order, limit: 1 });
  return lines[0] ?? null;
}

/** The fold that a seq is in: its first line, with how many it stands for; null when no line up to the seq matches. */
export const foldOptions = ({ runId, filter }: LineSource, seq: number) =>
  queryOptions({
    queryKey: [...linesKey({ runId, filter }), 'fold of', seq],
    queryFn: async ({ signal }): Promise<Line | null> =>
      (await fetchLines({ runId, filter }, { from: seq, order: 'desc', limit: 1 }, signal)).lines[0] ?? null,
    staleTime: Infinity,
    gcTime: PAGE_KEPT_MS,
  });

/** Lines from a seq on, without a form. */
export const linesFromOptions = ({ runId, filter }: LineSource, { from, limit }: { from: number; limit: number }) =>
  queryOptions({
    queryKey: [...linesKey({ runId, filter }), 'from', from, limit],
    queryFn: async ({ signal }) =>
      (await fetchLines({ runId, filter: { ...filter, around: undefined, fold: undefined } }, { from, limit }, signal))
        .lines,
    staleTime: Infinity,
    gcTime: PAGE_KEPT_MS,
  });
/** The matching lines of a range, unfolded, read page by page; `onProgress` gets the number read so far. */
export async function fetchRange(
  { filter, ...shown }: LineSource,
  range: LineRange,
  onProgress: (lineCount: number) => void,
): Promise<Line[]> {
  const source = { ...shown, filter: { ...filter, fold: undefined } };
  const lines: Line[] = [];
  for (let from: number | null = range.from; from !== null && from <= range.to;) {
    const page: LinePage = await fetchLines(source, { from, limit: Math.min(MAX_LINE_PAGE, range.to - from + 1) });
    lines.push(...page.lines.filter(({ seq }) => seq <= range.to));
    onProgress(lines.length);
    from = page.nextSeq;
  }
  return lines;
}

/** Seqs of the first lines from a seq on that match. */
export async function fetchSeqs(source: LineSource, from: number, limit: number): Promise<number[]> {
  return (await fetchLines(source, { from, limit })).lines.map(({ seq }) => seq);
}

/** The minimap of the lines that are shown; with `found` of the matches among them, too. */
export const minimapOptions = ({ runId, filter }: LineSource, found: LineFilter | null, buckets: number) => {
  const params = new URLSearchParams(lineFilterText(found ?? filter));
  if (found) params.set('find', '1');
  params.set('buckets', String(buckets));
  return queryOptions({
    queryKey: ['runs', 'minimap', runId, params.toString()],
    queryFn: ({ signal }) =>
      fetchJson(minimapSchema, `/api/v1/runs/${encodeURIComponent(runId)}/minimap?${params}`, { signal }),
    staleTime: Infinity,
    gcTime: PAGE_KEPT_MS,
  });
};
