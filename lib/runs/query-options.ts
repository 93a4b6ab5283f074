import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/http/fetch-json';
import { refreshLimit, refreshLiveRunList, startLiveRunList, type LiveRunList } from './live-run-list';
import {
  formatFindRunsQuery,
  runListCodec,
  RUNS_PAGE_SIZE,
  toFindRunsQuery,
  type RunListState,
} from './run-filter-codec';
import { runPageSchema, type RunPage } from './schema';

/** How often what is on screen is asked for again, while the tab is visible. */
export const RUNS_REFRESH_MS = 3000;

export const runListKey = (state: RunListState) => ['runs', 'list', runListCodec.format(state)] as const;

/** One page of runs from the API. */
export function fetchRuns(
  state: RunListState,
  { limit = RUNS_PAGE_SIZE, signal }: { limit?: number; signal?: AbortSignal } = {},
): Promise<RunPage> {
  const query = formatFindRunsQuery(toFindRunsQuery(state, Date.now()));
  return fetchJson(runPageSchema, `/api/v1/runs${query}${query ? '&' : '?'}limit=${limit}`, { signal });
}

/** The job list, live: each fetch brings the rows that are there up to date instead of replacing them. */
export const liveRunListOptions = (state: RunListState) =>
  queryOptions({
    queryKey: runListKey(state),
    queryFn: async ({ client, queryKey, signal }): Promise<LiveRunList> => {
      const before = client.getQueryData<LiveRunList>(queryKey);
      const answer = await fetchRuns(state, { limit: before && refreshLimit(before, RUNS_PAGE_SIZE), signal });
      return before ? refreshLiveRunList(before, answer) : startLiveRunList(answer);
    },
    refetchInterval: RUNS_REFRESH_MS,
  });
