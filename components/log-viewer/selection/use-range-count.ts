'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { hasLineFilter, lineFilterText } from '@/lib/reading/lines/line-filter-codec';
import { formatLineRange, type LineRange } from '@/lib/reading/lines/line-range';
import { fetchLines } from '@/lib/reading/lines/query-options';
import { findIndex, type ShownLines } from '../list/find-index';

/** How many of the lines shown are in the range; undefined while that is counted. */
export function useRangeCount(lines: ShownLines, range: LineRange | null): number | undefined {
  const client = useQueryClient();
  const { source, window } = lines;
  const isPlain = !hasLineFilter(source.filter);
  const { data } = useQuery({
    queryKey: ['runs', 'lines', source.runId, lineFilterText(source.filter), 'range', range && formatLineRange(range)],
    queryFn: async () => {
      if (!range) return 0;
      const [first, last] = await Promise.all([
        fetchLines(source, { from: range.from, limit: 1 }),
        fetchLines(source, { from: range.to, limit: 1, order: 'desc' }),
      ]);
      const [from, to] = [first.lines[0]?.seq, last.lines[0]?.seq];
      if (from === undefined || to === undefined || from > to) return 0;
      const [start, end] = await Promise.all([findIndex(client, lines, from), findIndex(client, lines, to)]);
      return end.index - start.index + 1;
    },
    enabled: range !== null && !isPlain,
    staleTime: Infinity,
  });
  if (!range) return undefined;
  return isPlain ? Math.max(0, Math.min(range.to, window.lastSeq) - range.from + 1) : data;
}
