import type { Metadata } from 'next';
import { ComparePage } from '@/components/compare/compare-page';
import { ComeAlive } from '@/components/shell/early-input/come-alive';
import { getPageViewer } from '@/lib/auth/server/get-page-viewer';
import { findComparableRuns } from '@/lib/analysis/compare/server/find-comparable-runs';
import { notFoundOrThrow } from '../not-found-or-throw';

export const metadata: Metadata = { title: 'Compare runs' };

/** The browser asks for the comparison itself: for large runs it takes a second, and the page says so meanwhile. */
export default async function RunComparePage({ params }: PageProps<'/runs/[runId]/compare'>) {
  const viewer = await getPageViewer();
  const runId = decodeURIComponent((await params).runId);
  const { run, jobRuns } = await findComparableRuns(viewer, runId).catch(notFoundOrThrow);
  return (
    <>
      <ComparePage key={runId} run={run} jobRuns={jobRuns} />
      <ComeAlive />
    </>
  );
}
