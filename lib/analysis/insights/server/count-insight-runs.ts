import 'server-only';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import { withSearchBudget } from '@/lib/db/search-budget';
import { endPastDaysForReader } from '@/lib/runs/server/sql/end-past-days';
import type { InsightRuns, InsightRunsQuery } from '../schema';
import { planInsightSpan } from '../span';
import { answerSpans } from './sql/answer-spans';
import { countSpans } from './sql/count-spans';
import { outcomesOfRuns, RUN_MEASURES } from './sql/run-source';

/** Runs, their devices and how they ended over time, beside the same weekdays before. */
export async function countInsightRuns(viewer: Viewer, query: InsightRunsQuery): Promise<InsightRuns> {
  assertCan(viewer, 'runs:read');
  await endPastDaysForReader();
  const nowMs = Date.now();
  const span = planInsightSpan(query, nowMs);
  return withSearchBudget(async (tx) => {
    const counted = await countSpans(tx, { span, measures: RUN_MEASURES, source: outcomesOfRuns(query) });
    return answerSpans(tx, counted, { span, measures: RUN_MEASURES, nowMs, isByJob: query.by === 'job' });
  });
}
