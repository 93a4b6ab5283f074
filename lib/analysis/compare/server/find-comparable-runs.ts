import 'server-only';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import type { RunSummary } from '@/lib/runs/schema';
import { findRuns } from '@/lib/runs/server/find-runs';
import { getRunSummary } from '@/lib/runs/server/sql/get-run-summary';

/** As many as a menu holds; any other run is compared by its id in the address. */
const MAX_RUNS = 20;

/** A run and the last 20 of its job, newest first, to choose the other one from. Throws `not_found`. */
export async function findComparableRuns(
  viewer: Viewer,
  runId: string,
): Promise<{ run: RunSummary; jobRuns: RunSummary[] }> {
  assertCan(viewer, 'runs:read');
  const run = await getRunSummary(runId);
  const { runs } = await findRuns(viewer, { job: [run.jobId], limit: MAX_RUNS });
  return { run, jobRuns: runs };
}
