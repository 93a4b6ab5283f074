import 'server-only';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import { withSearchBudget, type SearchOptions } from '@/lib/db/search-budget';
import { AppError } from '@/lib/errors';
import type { Prisma } from '@/lib/generated/prisma/client';
import { describeGroup, groupFailures } from '../group-causes';
import { MAX_GROUPS, type RunCauses } from '../schema';
import { findEarlierRuns, RUN_TROUBLE, type RunOutcome } from './sql/find-earlier-runs';
import { findFailures } from './sql/find-failures';
import { findHistories } from './sql/find-histories';

/** Time limit: a run's page waits for its causes, but is useful without them. */
const CAUSES_BUDGET_MS = 1000;

/**
 * Why devices of a run failed, in groups, each compared with the job's earlier runs. Reads at most some 100 chunks, however
 * many lines the runs have. Throws `not_found`, and `search_timeout` when a statement took longer than a second.
 */
export async function getRunCauses(viewer: Viewer, runId: string, { signal }: SearchOptions = {}): Promise<RunCauses> {
  assertCan(viewer, 'runs:read');
  return withSearchBudget((tx) => readCauses(tx, runId), { signal, budgetMs: CAUSES_BUDGET_MS });
}

async function readCauses(tx: Prisma.TransactionClient, runId: string): Promise<RunCauses> {
  const run = await getRunFacts(tx, runId);
  const earlier = await findEarlierRuns(tx, run);
  const { failures, mended, context } = await findFailures(tx, run, earlier);
  const groups = groupFailures(failures, context.inGoodRuns);
  const shown = groups.slice(0, MAX_GROUPS);
  const { historyOf, recovered } = await findHistories(tx, { earlier, groups: shown, mended, context });
  const recoveredGroups = groupFailures(recovered, new Set());
  return {
    groups: shown.map((group) => describeGroup(group, historyOf)),
    groupCount: groups.length,
    recovered: recoveredGroups.slice(0, MAX_GROUPS).map((group) => describeGroup(group, historyOf)),
    comparedRuns: earlier.length,
  };
}

/** Uses run_pkey. */
async function getRunFacts(tx: Prisma.TransactionClient, runId: string): Promise<RunOutcome> {
  const rows = await tx.$queryRaw<RunOutcome[]>`
    SELECT r.id, r.job_id, r.status, r.started_at, ${RUN_TROUBLE}
    FROM run r WHERE r.id = ${runId}`;
  if (!rows[0]) throw new AppError('not_found', 'There is no such run.');
  return rows[0];
}
