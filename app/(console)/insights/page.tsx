import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { Insights } from '@/components/insights/insights';
import { RunFilterBar } from '@/components/run-list/run-filter-bar';
import { ComeAlive } from '@/components/shell/early-input/come-alive';
import {
  DEFAULT_RANGE,
  insightsCodec,
  toErrorsQuery,
  toRunsQuery,
  type InsightsState,
} from '@/lib/analysis/insights/insights-codec';
import { insightErrorsKey, insightRunsKey } from '@/lib/analysis/insights/query-options';
import { countInsightErrors } from '@/lib/analysis/insights/server/count-insight-errors';
import { countInsightRuns } from '@/lib/analysis/insights/server/count-insight-runs';
import { getPageViewer } from '@/lib/auth/server/get-page-viewer';
import type { Viewer } from '@/lib/auth/viewer';
import { findJobs } from '@/lib/runs/server/find-jobs';

export const metadata: Metadata = { title: 'Insights' };

const OWN_PARAMETERS = ['by'];

/** A failed prefetch is not fatal: the browser asks again and shows the error. */
async function prefetchInsights(viewer: Viewer, state: InsightsState): Promise<QueryClient> {
  const client = new QueryClient();
  const errors = toErrorsQuery(state, Date.now());
  const runs = toRunsQuery(state, Date.now());
  await Promise.all([
    client.prefetchQuery({ queryKey: insightErrorsKey(state), queryFn: () => countInsightErrors(viewer, errors) }),
    client.prefetchQuery({ queryKey: insightRunsKey(state), queryFn: () => countInsightRuns(viewer, runs) }),
  ]);
  return client;
}

type InsightsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function InsightsPage({ searchParams }: InsightsPageProps) {
  const viewer = await getPageViewer();
  const { value: state } = insightsCodec.parse(await searchParams);
  const [jobs, client] = await Promise.all([findJobs(viewer), prefetchInsights(viewer, state)]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <Insights filters={<RunFilterBar jobs={jobs} keep={OWN_PARAMETERS} defaultRange={DEFAULT_RANGE} />} />
      <ComeAlive />
    </HydrationBoundary>
  );
}
