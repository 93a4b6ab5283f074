import { notFound } from 'next/navigation';
import { getPageViewer } from '@/lib/auth/server/get-page-viewer';
import { hasRun } from '@/lib/runs/server/has-run';

/**
 * Looks up whether the run exists before anything is sent: the status, 404 or 200, goes with the first byte, which the
 * skeleton of a page below would be.
 */
export default async function FoundRunLayout({ params, children }: LayoutProps<'/runs/[runId]'>) {
  const runId = decodeURIComponent((await params).runId);
  if (!(await hasRun(await getPageViewer(), runId))) notFound();
  return children;
}
