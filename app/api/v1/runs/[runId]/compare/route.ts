import { compareQuery } from '@/lib/analysis/compare/schema';
import { compareRuns } from '@/lib/analysis/compare/server/compare-runs';
import { defineRoute } from '@/lib/edges/define-route';

export const GET = defineRoute({ params: ['runId'], query: compareQuery }, ({ viewer, params, query, request }) =>
  compareRuns(viewer, params.runId, { with: query.with, signal: request.signal }),
);
