/** Matches per chunk, in the order of seq: enough to find any page of a filtered run without reading the other chunks. */
type ChunkMatches = { firstSeq: number; lastSeq: number; count: number };

export type PageSpan = {
  /** Chunks to read, as a span of seq. */
  fromSeq: number;
  toSeq: number;
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
 * Which part of the run holds the page. By `offset` the chunks before it are counted away; by `from` the span starts (or,
 * descending, ends) at that seq. Null when the page is empty for sure.
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
    skip,
  };
}

const isBefore = (chunk: ChunkMatches, from: number, order: 'asc' | 'desc'): boolean =>
  order === 'asc' ? chunk.lastSeq < from : chunk.firstSeq > from;
