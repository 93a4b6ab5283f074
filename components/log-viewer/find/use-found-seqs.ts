'use client';

import { useQueries } from '@tanstack/react-query';
import { lineFilterText } from '@/lib/reading/lines/line-filter-codec';
import { PAGE_SIZE } from '@/lib/reading/lines/line-window';
import { fetchSeqs } from '@/lib/reading/lines/query-options';
import { hasReaderRegex } from '@/lib/store/query/search-query';
import type { LogList } from '../list/log-list';

/**
 * Seqs of the drawn lines that a reader's own regular expression finds. The server finds them page by page, because the
 * browser never runs such an expression; words are marked by the browser itself.
 */
export function useFoundSeqs({ matches, live, lineAt, rows }: LogList): ReadonlySet<number> {
  const { window, total } = live;
  const range = { start: rows.firstIndex, end: rows.endIndex };
  const isAsked = matches !== null && hasReaderRegex(matches.filter.q ?? '');
  const pages = isAsked ? pageNumbers(range, total) : [];
  const results = useQueries({
    queries: pages.map((page) => {
      const seq = lineAt(page * PAGE_SIZE)?.seq;
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
