import { compareQuery } from '@/lib/compare/schema';
import { compareRuns } from '@/lib/compare/server/compare-runs';
import { defineRoute } from '@/lib/http/define-route';

export const GET = defineRoute({ params: ['runId'], query: compareQuery }, ({ viewer, params, query, request }) =>
  compareRuns(viewer, params.runId, { with: query.with, signal: request.signal }),
);
