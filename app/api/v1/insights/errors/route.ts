import { insightErrorsQuery } from '@/lib/analysis/insights/schema';
import { countInsightErrors } from '@/lib/analysis/insights/server/count-insight-errors';
import { defineRoute } from '@/lib/edges/define-route';

export const GET = defineRoute({ query: insightErrorsQuery }, ({ viewer, query }) => countInsightErrors(viewer, query));
