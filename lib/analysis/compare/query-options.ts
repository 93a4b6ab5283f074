import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/http/fetch-json';
import { runComparisonSchema } from './schema';

/** Fetched once: ended runs do not change, and updates of a running one would disturb the reader. */
export const runComparisonOptions = (runId: string, otherId: string | undefined) =>
  queryOptions({
    queryKey: ['runs', 'compare', runId, otherId ?? null] as const,
    queryFn: ({ signal }) => {
      const query = otherId === undefined ? '' : `?with=${encodeURIComponent(otherId)}`;
      return fetchJson(runComparisonSchema, `/api/v1/runs/${encodeURIComponent(runId)}/compare${query}`, { signal });
    },
    staleTime: Infinity,
    retry: false,
  });
