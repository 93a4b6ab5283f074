import { defineRoute } from '@/lib/edges/define-route';
import { patternsQuery } from '@/lib/analysis/patterns/schema';
import { getPatterns } from '@/lib/analysis/patterns/server/get-patterns';

export const GET = defineRoute({ params: ['runId'], query: patternsQuery }, ({ viewer, params, query, request }) =>
  getPatterns(viewer, params.runId, { ...query, signal: request.signal }),
);
