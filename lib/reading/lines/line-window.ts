import { ERROR_NUMBER, LEVEL_NUMBER } from '@/lib/store/chunks/level';
import type { Line } from '@/lib/store/chunks/line';
import type { LinePage } from './schema';

/** Lines a request; small enough to come back at once, large enough for three screens. */
export const PAGE_SIZE = 200;
/** Lines of the tail kept in memory; older ones are read again by page when someone scrolls there. */
export const MAX_TAIL_LINES = 10_000;

/**
 * The lines that match, as one index space 0 … total - 1. A line is only ever added at the end, so an index means the
 * same line for ever: [0, settledCount) is read in pages, [settledCount, total) came by the tail and is held here.
 */
export type LineWindow = {
  settledCount: number;
  tail: readonly Line[];
  /** Highest seq accounted for; a line up to it is a repeat. */
  lastSeq: number;
  /** The pages belong to a list that the server made once, so no line of the tail can move into them. */
  isListed: boolean;
  /** ERROR and CRITICAL lines that the tail brought, dropped ones included. */
  tailErrorCount: number;
};

/** One request: `limit` is short of a page only at the end, where the tail holds the rest. */
export type PageRange = { page: number; offset: number; limit: number };
export type IndexRange = { start: number; end: number };

export const totalOf = ({ settledCount, tail }: LineWindow): number => settledCount + tail.length;

export const createWindow = (snapshot: Pick<LinePage, 'total' | 'lastSeq'>, isListed = false): LineWindow => ({
  isListed,
  settledCount: snapshot.total,
  tail: [],
  lastSeq: snapshot.lastSeq,
  tailErrorCount: 0,
});

const isError = (line: Line): boolean => LEVEL_NUMBER[line.level] >= ERROR_NUMBER;

/** Adds lines of the tail, in seq order; repeats are left out. The same window when nothing is new. */
export function appendTailLines(window: LineWindow, lines: readonly Line[]): LineWindow {
  let { lastSeq } = window;
  const fresh = lines.filter((line) => {
    if (line.seq <= lastSeq) return false;
    lastSeq = line.seq;
    return true;
  });
  if (fresh.length === 0) return window;
  return trimTail({
    ...window,
    tail: [...window.tail, ...fresh],
    lastSeq,
    tailErrorCount: window.tailErrorCount + fresh.filter(isError).length,
  });
}

/**
 * Moves the older half of a long tail to the pages, up to a page's border, so that a page is never read in two sizes.
 */
function trimTail(window: LineWindow): LineWindow {
  if (window.isListed || window.tail.length <= MAX_TAIL_LINES) return window;
  const border = window.settledCount + window.tail.length - MAX_TAIL_LINES / 2;
  const settledCount = Math.ceil(border / PAGE_SIZE) * PAGE_SIZE;
  return { ...window, settledCount, tail: window.tail.slice(settledCount - window.settledCount) };
}

/** The pages that the indexes need, in order; none for what the tail holds. */
export function pagesFor(window: LineWindow, { start, end }: IndexRange): PageRange[] {
  const pages: PageRange[] = [];
  const last = Math.min(end, window.settledCount);
  for (let page = Math.floor(Math.max(0, start) / PAGE_SIZE); page * PAGE_SIZE < last; page += 1) {
    const offset = page * PAGE_SIZE;
    pages.push({ page, offset, limit: Math.min(PAGE_SIZE, window.settledCount - offset) });
  }
  return pages;
}

/** The line at an index; undefined while its page is not there. */
export function lineAt(
  window: LineWindow,
  pages: ReadonlyMap<number, readonly Line[]>,
  index: number,
): Line | undefined {
  if (index >= window.settledCount) return window.tail[index - window.settledCount];
  return pages.get(Math.floor(index / PAGE_SIZE))?.[index % PAGE_SIZE];
}
