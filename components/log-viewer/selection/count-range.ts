import { queryOptions } from '@tanstack/react-query';
import { hasLineFilter, lineFilterText } from '@/lib/reading/lines/line-filter-codec';
import { formatLineRange, type LineRange } from '@/lib/reading/lines/line-range';
import { fetchLines } from '@/lib/reading/lines/query-options';
import { findIndex } from '../list/find-index';
import type { LogList } from '../list/log-list';

/** How many of the lines shown are in the range, where that is known without asking; null under a filter. */
export const rangeCountInMemory = ({ source, live }: LogList, { from, to }: LineRange): number | null =>
  hasLineFilter(source.filter) ? null : Math.max(0, Math.min(to, live.window.lastSeq) - from + 1);

export const rangeCountOptions = ({ client, source, live }: LogList, range: LineRange) =>
  queryOptions({
    queryKey: ['runs', 'lines', source.runId, lineFilterText(source.filter), 'range', formatLineRange(range)],
    queryFn: async () => {
      const [first, last] = await Promise.all([
        fetchLines(source, { from: range.from, limit: 1 }),
        fetchLines(source, { from: range.to, limit: 1, order: 'desc' }),
      ]);
      const [from, to] = [first.lines[0]?.seq, last.lines[0]?.seq];
      if (from === undefined || to === undefined || from > to) return 0;
      const lines = { source, window: live.window };
      const [start, end] = await Promise.all([findIndex(client, lines, from), findIndex(client, lines, to)]);
      return end.index - start.index + 1;
    },
    staleTime: Infinity,
  });

export async function readRangeCount(list: LogList, range: LineRange): Promise<number> {
  return rangeCountInMemory(list, range) ?? list.client.fetchQuery(rangeCountOptions(list, range));
}
