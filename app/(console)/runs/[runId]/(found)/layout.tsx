import { notFound } from 'next/navigation';
import { getPageViewer } from '@/lib/auth/server/get-page-viewer';
import { hasRun } from '@/lib/runs/server/has-run';

/**
 * Looks up whether the run exists before anything is sent: the first byte fixes the status (404 or 200), and a page's
 * skeleton would be that byte.
 */
export default async function FoundRunLayout({ params, children }: LayoutProps<'/runs/[runId]'>) {
  const runId = decodeURIComponent((await params).runId);
  if (!(await hasRun(await getPageViewer(), runId))) notFound();
  return children;
}
