'use client';

import { useQueries } from '@tanstack/react-query';
import { lineFilterText } from '@/lib/reading/lines/line-filter-codec';
import { PAGE_SIZE, type LineWindow } from '@/lib/reading/lines/line-window';
import { fetchSeqs, type LineSource } from '@/lib/reading/lines/query-options';
import { hasReaderRegex } from '@/lib/store/query/search-query';
import type { ReadLine } from '../list/use-log-lines';

type FoundOptions = {
  /** The filter whose matches are marked among the lines shown, or null. */
  matches: LineSource | null;
  window: LineWindow;
  read: ReadLine;
  range: { start: number; end: number };
};

/**
 * Seqs of the drawn lines that a reader's own regular expression finds. The server finds them page by page, because the
 * browser never runs such an expression; words are marked by the browser itself.
 */
export function useFoundSeqs({ matches, window, read, range }: FoundOptions): ReadonlySet<number> {
  const isAsked = matches !== null && hasReaderRegex(matches.filter.q ?? '');
  const pages = isAsked ? pageNumbers(range, window.settledCount + window.tail.length) : [];
  const results = useQueries({
    queries: pages.map((page) => {
      const seq = read(page * PAGE_SIZE)?.seq;
      return {
        queryKey: ['runs', 'found', matches?.runId, lineFilterText(matches?.filter ?? {}), seq, window.settledCount],
        queryFn: () => (matches && seq !== undefined ? fetchSeqs(matches, seq, PAGE_SIZE) : []),
        enabled: seq !== undefined,
        staleTime: Infinity,
      };
    }),
  });
  return new Set(results.flatMap(({ data }) => data ?? []));
}

const pageNumbers = ({ start, end }: { start: number; end: number }, total: number): number[] => {
  const first = Math.floor(Math.max(0, start) / PAGE_SIZE);
  const last = Math.floor((Math.min(end, total) - 1) / PAGE_SIZE);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
};
