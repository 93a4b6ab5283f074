import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { RunList } from '@/components/run-list/run-list';
import { getPageViewer } from '@/lib/auth/server/get-page-viewer';
import type { Viewer } from '@/lib/auth/viewer';
import { startLiveRunList } from '@/lib/runs/live-run-list';
import { runListKey } from '@/lib/runs/query-options';
import { runListCodec, toFindRunsQuery, type RunListState } from '@/lib/runs/run-filter-codec';
import { findJobs } from '@/lib/runs/server/find-jobs';
import { findRuns } from '@/lib/runs/server/find-runs';

export const metadata: Metadata = { title: 'Runs' };

/** A failed prefetch is not fatal: the browser asks again and says what is wrong. */
async function prefetchRuns(viewer: Viewer, state: RunListState): Promise<QueryClient> {
  const client = new QueryClient();
  await client.prefetchQuery({
    queryKey: runListKey(state),
    queryFn: async () => startLiveRunList(await findRuns(viewer, toFindRunsQuery(state, Date.now()))),
  });
  return client;
}

type RunsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RunsPage({ searchParams }: RunsPageProps) {
  const viewer = await getPageViewer();
  const { value: state } = runListCodec.parse(await searchParams);
  const [jobs, client] = await Promise.all([findJobs(viewer), prefetchRuns(viewer, state)]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <RunList jobs={jobs} />
    </HydrationBoundary>
  );
}
