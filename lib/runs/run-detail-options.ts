import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { fetchJson } from '@/lib/http/fetch-json';
import { runDetailSchema, type RunSummary } from './schema';
import { isOpen } from './status';

/** How old devices, components and gaps of an open run may get; its counts come with the tail. */
const REFRESH_MS = 5000;

export const runDetailKey = (runId: string) => ['runs', 'detail', runId] as const;

export const runDetailOptions = (runId: string) =>
  queryOptions({
    queryKey: runDetailKey(runId),
    queryFn: ({ signal }) => fetchJson(runDetailSchema, `/api/v1/runs/${encodeURIComponent(runId)}`, { signal }),
    staleTime: REFRESH_MS,
    refetchInterval: ({ state }) => (state.data && !isOpen(state.data.status) ? false : REFRESH_MS),
  });

/**
 * Takes over what the tail says of the run. `setQueryData` keeps the age of the rest, or the events, one a second, would
 * put off the next refresh for ever; a run that ended is asked for at once, for its devices' last results.
 */
export function patchRun(client: QueryClient, run: RunSummary): void {
  const options = runDetailOptions(run.runId);
  const before = client.getQueryState(options.queryKey);
  if (!before?.data) return;
  client.setQueryData(options.queryKey, { ...before.data, ...run }, { updatedAt: before.dataUpdatedAt });
  const hasEnded = isOpen(before.data.status) && !isOpen(run.status);
  const isOld = Date.now() - before.dataUpdatedAt > REFRESH_MS;
  if (hasEnded || isOld) void client.invalidateQueries({ queryKey: options.queryKey });
}
