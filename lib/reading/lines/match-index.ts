import type { SeqSpan } from '@/lib/store/chunks/seq-span';

/**
 * How many lines match in a chunk; chunks without a match are left out. In the order of seq they are enough to find any
 * page of a filtered run without reading the other chunks.
 */
export type ChunkMatches = SeqSpan & { count: number };

export type PageSpan = {
  fromSeq: number;
  toSeq: number;
  /** The chunks in between that hold matches, in the order of seq. */
  parts: SeqSpan[];
  /** Matching lines in that span that come before the page, in the page's order. */
  skip: number;
};

export type PageRequest = {
  from?: number | undefined;
  offset?: number | undefined;
  limit: number;
  order: 'asc' | 'desc';
};

export const totalMatches = (chunks: readonly ChunkMatches[]): number =>
  chunks.reduce((sum, { count }) => sum + count, 0);

/**
 * The part of the run that holds the page. With `offset`, the chunks before it are skipped by their counts; with
 * `from`, the span starts (descending: ends) at that seq. Null when the page must be empty.
 */
export function findPageSpan(chunks: readonly ChunkMatches[], page: PageRequest): PageSpan | null {
  const ordered = page.order === 'asc' ? chunks : [...chunks].reverse();
  let skip = page.offset ?? 0;
  const read: ChunkMatches[] = [];
  let found = 0;
  for (const chunk of ordered) {
    if (page.from !== undefined && isBefore(chunk, page.from, page.order)) continue;
    if (read.length === 0 && skip >= chunk.count) {
      skip -= chunk.count;
      continue;
    }
    read.push(chunk);
    // The first chunk read by `from` may hold matches on the wrong side of it, so it is not counted.
    if (page.from === undefined || read.length > 1) found += chunk.count;
    if (found >= page.limit + skip) break;
  }
  const first = read[0];
  const last = read.at(-1);
  if (!first || !last) return null;
  const [low, high] = page.order === 'asc' ? [first, last] : [last, first];
  return {
    fromSeq: page.order === 'asc' ? Math.max(low.firstSeq, page.from ?? 0) : low.firstSeq,
    toSeq: page.order === 'desc' ? Math.min(high.lastSeq, page.from ?? high.lastSeq) : high.lastSeq,
    parts: page.order === 'asc' ? read : read.reverse(),
    skip,
  };
}

const isBefore = (chunk: ChunkMatches, from: number, order: 'asc' | 'desc'): boolean =>
  order === 'asc' ? chunk.lastSeq < from : chunk.firstSeq > from;
