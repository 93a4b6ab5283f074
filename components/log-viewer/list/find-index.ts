import type { QueryClient } from '@tanstack/react-query';
import { isDerived, hasLineFilter } from '@/lib/reading/lines/line-filter-codec';
import { lineAt, pagesFor, PAGE_SIZE, totalOf, type LineWindow } from '@/lib/reading/lines/line-window';
import { locateLine, type LineLocation } from '@/lib/reading/lines/locate-line';
import { linePageOptions, type LineSource } from '@/lib/reading/lines/query-options';
import type { Line } from '@/lib/store/chunks/line';

export type ShownLines = { source: LineSource; window: LineWindow };

/**
 * Index of a seq among the lines shown. Without a filter it is the seq itself; with one, pages are read until it is
 * found.
 */
export async function findIndex(client: QueryClient, view: ShownLines, seq: number): Promise<LineLocation> {
  const { source, window } = view;
  const known = indexInMemory(view, seq);
  if (known) return known;
  return locateLine(seq, {
    total: window.settledCount,
    lastSeq: window.lastSeq,
    readPage: async (page) => {
      const range = pagesFor(window, { start: page * PAGE_SIZE, end: page * PAGE_SIZE + 1 })[0];
      return range ? client.fetchQuery(linePageOptions(source, range)) : [];
    },
  });
}

/** The line at an index, read from the server where its page is not there yet; undefined behind the end. */
export async function readLine(
  client: QueryClient,
  { source, window }: ShownLines,
  index: number,
): Promise<Line | undefined> {
  const range = pagesFor(window, { start: index, end: index + 1 })[0];
  const pages = new Map(range && [[range.page, await client.fetchQuery(linePageOptions(source, range))]]);
  return lineAt(window, pages, index);
}

/** The index when nothing has to be read for it: no filter, or a line that the tail brought. */
export function indexInMemory({ source, window }: ShownLines, seq: number): LineLocation | null {
  const total = totalOf(window);
  if (!hasLineFilter(source.filter) && !isDerived(source.filter)) {
    return { index: Math.max(0, Math.min(seq, total) - 1), isMatch: seq <= total };
  }
  const inTail = window.tail.findIndex((line) => line.seq >= seq);
  const isInTail = window.tail[inTail]?.seq === seq;
  return isInTail || inTail > 0 ? { index: window.settledCount + inTail, isMatch: isInTail } : null;
}
