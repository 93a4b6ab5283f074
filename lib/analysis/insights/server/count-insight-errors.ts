import 'server-only';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import { withSearchBudget } from '@/lib/db/search-budget';
import { RUN_ONLY_FILTERS, type InsightErrors, type InsightErrorsQuery } from '../schema';
import { planInsightSpan } from '../span';
import { answerSpans } from './sql/answer-spans';
import { countSpans } from './sql/count-spans';
import { ERROR_MEASURES, linesByRun, linesByTime } from './sql/error-sources';
import { findJobIds } from './sql/find-job-ids';

/** Lines and errors over time, beside the same weekdays before, from counters alone. */
export async function countInsightErrors(viewer: Viewer, query: InsightErrorsQuery): Promise<InsightErrors> {
  assertCan(viewer, 'runs:read');
  const nowMs = Date.now();
  const span = planInsightSpan(query, nowMs);
  const isByRun = query.by === 'gateway' || RUN_ONLY_FILTERS.some((name) => query[name] !== undefined);
  return withSearchBudget(async (tx) => {
    const source = isByRun ? linesByRun(query) : linesByTime(query.by, await findJobIds(tx, query), span.bucketMs);
    const counted = await countSpans(tx, { span, measures: ERROR_MEASURES, source });
    const shape = { span, measures: ERROR_MEASURES, nowMs, isByJob: query.by === 'job' };
    return { ...(await answerSpans(tx, counted, shape)), countedBy: isByRun ? 'runStart' : 'lineTime' };
  });
}
