import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { RunList } from '@/components/run-list/run-list';
import { RunViews } from '@/components/run-views/run-views';
import { ComeAlive } from '@/components/shell/early-input/come-alive';
import { getPageViewer } from '@/lib/auth/server/get-page-viewer';
import type { Viewer } from '@/lib/auth/viewer';
import { startLiveRunList } from '@/lib/runs/live-run-list';
import { runFacetsKey, runListKey } from '@/lib/runs/query-options';
import { runListCodec, toFindRunsQuery, type RunListState } from '@/lib/runs/run-filter-codec';
import { countRunFacets } from '@/lib/runs/server/count-run-facets';
import { findJobs } from '@/lib/runs/server/find-jobs';
import { findRuns } from '@/lib/runs/server/find-runs';
import { findViews } from '@/lib/runs/views/server/find-views';
import { createViewAction, deleteViewAction, renameViewAction } from './view-actions';

export const metadata: Metadata = { title: 'Runs' };

const VIEW_ACTIONS = { create: createViewAction, rename: renameViewAction, remove: deleteViewAction };

/** A failed prefetch is not fatal: the browser asks again and shows the error. */
async function prefetchRuns(viewer: Viewer, state: RunListState): Promise<QueryClient> {
  const client = new QueryClient();
  const query = toFindRunsQuery(state, Date.now());
  await Promise.all([
    client.prefetchQuery({
      queryKey: runListKey(state),
      queryFn: async () => startLiveRunList(await findRuns(viewer, query)),
    }),
    client.prefetchQuery({ queryKey: runFacetsKey(state), queryFn: () => countRunFacets(viewer, query) }),
  ]);
  return client;
}

type RunsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RunsPage({ searchParams }: RunsPageProps) {
  const viewer = await getPageViewer();
  const { value: state } = runListCodec.parse(await searchParams);
  const [jobs, views, client] = await Promise.all([findJobs(viewer), findViews(viewer), prefetchRuns(viewer, state)]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <RunList jobs={jobs} views={<RunViews saved={views} actions={VIEW_ACTIONS} />} />
      <ComeAlive />
    </HydrationBoundary>
  );
}
