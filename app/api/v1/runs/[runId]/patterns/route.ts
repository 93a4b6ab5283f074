import { defineRoute } from '@/lib/http/define-route';
import { patternsQuery } from '@/lib/patterns/schema';
import { getPatterns } from '@/lib/patterns/server/get-patterns';

export const GET = defineRoute({ params: ['runId'], query: patternsQuery }, ({ viewer, params, query, request }) =>
  getPatterns(viewer, params.runId, { ...query, signal: request.signal }),
);
