import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/http/fetch-json';
import { lineFilterText } from '@/lib/reading/lines/line-filter-codec';
import type { LineFilter } from '@/lib/store/query/line-filter';
import { runPatternsSchema } from './schema';

/** The patterns of the lines that match, as they are when asked for. */
export const patternsOptions = (runId: string, filter: LineFilter) =>
  queryOptions({
    queryKey: ['runs', 'patterns', runId, lineFilterText(filter)],
    queryFn: ({ signal }) =>
      fetchJson(runPatternsSchema, `/api/v1/runs/${encodeURIComponent(runId)}/patterns?${lineFilterText(filter)}`, {
        signal,
      }),
    staleTime: Infinity,
  });
