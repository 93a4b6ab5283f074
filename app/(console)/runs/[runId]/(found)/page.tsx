import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import { LogViewer } from '@/components/log-viewer/log-viewer';
import { RunHeader } from '@/components/run-header/run-header';
import { RunMap } from '@/components/run-map/run-map';
import { RunGate } from '@/components/run-page/run-gate';
import { RunPanes } from '@/components/run-page/run-panes';
import { ComeAlive } from '@/components/shell/early-input/come-alive';
import { Why } from '@/components/why/why';
import { getPageViewer } from '@/lib/auth/server/get-page-viewer';
import { runCausesKey } from '@/lib/analysis/causes/query-options';
import { getRunCauses } from '@/lib/analysis/causes/server/get-run-causes';
import { packExact } from '@/lib/json/exact-json';
import { lineViewCodec, selectionOf } from '@/lib/reading/lines/line-filter-codec';
import { lineSnapshotOptions } from '@/lib/reading/lines/query-options';
import { findFirstPage } from '@/lib/reading/lines/server/find-first-page';
import { runDetailKey } from '@/lib/runs/query-options';
import { getRun } from '@/lib/runs/server/get-run';
import { prefetchTimeline } from '@/lib/analysis/timeline/query-options';
import { getRunTimeline } from '@/lib/analysis/timeline/server/get-run-timeline';
import { notFoundOrThrow } from './not-found-or-throw';

export const metadata = { title: 'Run' };

export default async function RunPage({ params, searchParams }: PageProps<'/runs/[runId]'>) {
  const viewer = await getPageViewer();
  const runId = decodeURIComponent((await params).runId);
  const filter = selectionOf(lineViewCodec.parse(await searchParams).value);
  const client = new QueryClient();
  // A read that takes too long must not empty the page: the browser asks again and shows the error.
  const [run, causes, lines] = await Promise.all([
    getRun(viewer, runId).catch(notFoundOrThrow),
    getRunCauses(viewer, runId).catch(() => undefined),
    findFirstPage(viewer, runId, filter),
  ]);
  client.setQueryData(runDetailKey(runId), run);
  client.setQueryData(runCausesKey(run), causes);
  client.setQueryData(lineSnapshotOptions({ runId, filter }).queryKey, lines);
  await prefetchTimeline(client, run, () => getRunTimeline(viewer, runId));
  return (
    <HydrationBoundary state={dehydrate(client, { serializeData: packExact })}>
      <RunGate key={runId} runId={runId}>
        <RunHeader runId={runId} />
        <Why runId={runId} />
        <RunPanes runId={runId} map={<RunMap runId={runId} />} log={<LogViewer runId={runId} />} />
      </RunGate>
      <ComeAlive />
    </HydrationBoundary>
  );
}
