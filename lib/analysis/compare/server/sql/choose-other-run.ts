import 'server-only';
import { withSearchBudget } from '@/lib/db/search-budget';
import { AppError } from '@/lib/errors';
import type { RunSummary } from '@/lib/runs/schema';
import { getRunSummary } from '@/lib/runs/server/sql/get-run-summary';
import type { RunComparison } from '../../schema';
import { findLastGoodRun } from './find-last-good-run';

export type ChosenRuns = { now: RunSummary; before: RunSummary; choice: RunComparison['choice'] };

/** The two runs of a comparison. Throws `not_found`, `invalid_request` for a run with itself, and `no_good_run`. */
export async function chooseOtherRun(runId: string, otherId: string | undefined): Promise<ChosenRuns> {
  const now = await getRunSummary(runId);
  if (otherId === undefined) {
    const { id, status } = await withSearchBudget((tx) => findLastGoodRun(tx, runId));
    return { now, before: await getRunSummary(id), choice: status };
  }
  if (otherId === runId) throw new AppError('invalid_request', 'with: a run is not compared with itself.');
  return { now, before: await getRunSummary(otherId), choice: 'given' };
}
