import { insightRunsQuery } from '@/lib/analysis/insights/schema';
import { countInsightRuns } from '@/lib/analysis/insights/server/count-insight-runs';
import { defineRoute } from '@/lib/edges/define-route';

export const GET = defineRoute({ query: insightRunsQuery }, ({ viewer, query }) => countInsightRuns(viewer, query));
