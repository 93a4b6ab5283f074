'use client';

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { startLiveRunList } from '@/lib/runs/live-run-list';
import { fetchRuns, liveRunListOptions, runListKey } from '@/lib/runs/query-options';
import type { RunListState } from '@/lib/runs/run-filter-codec';

/** The page of runs for `state`, kept up to date; `showNew` starts it again from the newest. */
export function useLiveRuns(state: RunListState) {
  const client = useQueryClient();
  const runs = useQuery({ ...liveRunListOptions(state), placeholderData: keepPreviousData });
  const { mutate: showNew } = useMutation({
    networkMode: 'always',
    mutationFn: async () => {
      await client.cancelQueries({ queryKey: runListKey(state) });
      return fetchRuns(state);
    },
    onSuccess: (page) => client.setQueryData(runListKey(state), startLiveRunList(page)),
  });
  return { runs, showNew };
}
