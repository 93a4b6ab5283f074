import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { JobList } from '@/components/job-list/job-list';
import { ComeAlive } from '@/components/shell/early-input/come-alive';
import { jobListKey, toFindJobsQuery } from '@/lib/analysis/jobs/query-options';
import { findJobSummaries } from '@/lib/analysis/jobs/server/find-job-summaries';
import { getPageViewer } from '@/lib/auth/server/get-page-viewer';
import type { Viewer } from '@/lib/auth/viewer';
import { runListCodec, type RunListState } from '@/lib/runs/run-filter-codec';
import { findJobs } from '@/lib/runs/server/find-jobs';

export const metadata: Metadata = { title: 'Jobs' };

/** A failed prefetch is not fatal: the browser asks again and shows the error. */
async function prefetchJobs(viewer: Viewer, state: RunListState): Promise<QueryClient> {
  const client = new QueryClient();
  const query = toFindJobsQuery(state, Date.now());
  await client.prefetchQuery({ queryKey: jobListKey(state), queryFn: () => findJobSummaries(viewer, query) });
  return client;
}

type JobsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function JobsPage({ searchParams }: JobsPageProps) {
  const viewer = await getPageViewer();
  const { value: state } = runListCodec.parse(await searchParams);
  const [jobs, client] = await Promise.all([findJobs(viewer), prefetchJobs(viewer, state)]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <JobList jobs={jobs} />
      <ComeAlive />
    </HydrationBoundary>
  );
}
