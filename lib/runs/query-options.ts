import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { FetchError, fetchJson } from '@/lib/http/fetch-json';
import { refreshLimit, refreshLiveRunList, startLiveRunList, type LiveRunList } from './live-run-list';
import { runFacetsSchema } from './run-facets';
import { runFilterCountsSchema } from './run-filter-counts';
import {
  formatFacetsQuery,
  formatFindRunsQuery,
  runListCodec,
  RUNS_PAGE_SIZE,
  toFindRunsQuery,
  type RunListState,
} from './run-filter-codec';
import { runDetailSchema, runPageSchema, type RunPage, type RunSummary } from './schema';
import { isOpen } from './status';

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

/** Longest age of an open run's components and gaps; its counts come with the tail. */
const DETAIL_REFRESH_MS = 5000;

export const runDetailKey = (runId: string) => ['runs', 'detail', runId] as const;

export const runDetailOptions = (runId: string) =>
  queryOptions({
    queryKey: runDetailKey(runId),
    queryFn: ({ signal }) =>
      fetchJson(runDetailSchema, `/api/v1/runs/${encodeURIComponent(runId)}?devices=false`, { signal }),
    staleTime: DETAIL_REFRESH_MS,
    refetchInterval: ({ state }) =>
      isGone(state.error) || (state.data && !isOpen(state.data.status)) ? false : DETAIL_REFRESH_MS,
  });

/** The run was deleted: there is nothing to ask for again. */
export const isGone = (error: Error | null): boolean => error instanceof FetchError && error.status === 404;

/**
 * Takes over the tail's facts about the run. `setQueryData` keeps the age of the rest, or the events, one a second,
 * would put off the next refresh for ever; a run that ended, or has its first error, is asked for at once: the tail
 * tells no more.
 */
export function patchRun(client: QueryClient, run: RunSummary): void {
  const options = runDetailOptions(run.runId);
  const before = client.getQueryState(options.queryKey);
  if (!before?.data) return;
  client.setQueryData(options.queryKey, { ...before.data, ...run }, { updatedAt: before.dataUpdatedAt });
  const hasEnded = isOpen(before.data.status) && !isOpen(run.status);
  const isOld = Date.now() - before.dataUpdatedAt > DETAIL_REFRESH_MS;
  const hasFirstError = !before.data.firstError && run.levelCounts.ERROR + run.levelCounts.CRITICAL > 0;
  if (hasEnded || hasFirstError || isOld) void client.invalidateQueries({ queryKey: options.queryKey });
}

/** Counts change less than rows, and cost more. */
const FACETS_REFRESH_MS = 6000;

/** The page of the list is no part of the key: all have the same counts. */
export const runFacetsKey = (state: RunListState) =>
  ['runs', 'facets', runListCodec.format({ ...state, cursor: undefined })] as const;

export const runFacetsOptions = (state: RunListState) =>
  queryOptions({
    queryKey: runFacetsKey(state),
    queryFn: ({ signal }) => {
      const query = formatFacetsQuery(toFindRunsQuery(state, Date.now()));
      return fetchJson(runFacetsSchema, `/api/v1/run-facets${query}`, { signal });
    },
    refetchInterval: FACETS_REFRESH_MS,
  });

/** Asked for when a list came out empty; cached for some seconds. */
export const runFilterCountsOptions = (state: RunListState) =>
  queryOptions({
    queryKey: ['runs', 'filter-counts', runListCodec.format({ ...state, cursor: undefined })],
    queryFn: ({ signal }) => {
      const query = formatFacetsQuery(toFindRunsQuery(state, Date.now()));
      return fetchJson(runFilterCountsSchema, `/api/v1/run-filter-counts${query}`, { signal });
    },
    refetchInterval: 5 * FACETS_REFRESH_MS,
  });
