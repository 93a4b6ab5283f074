import { defineRoute } from '@/lib/edges/define-route';
import { findLinesQuery } from '@/lib/reading/lines/schema';
import { findLines } from '@/lib/reading/lines/server/find-lines';

export const GET = defineRoute({ params: ['runId'], query: findLinesQuery }, ({ viewer, params, query, request }) =>
  findLines(viewer, params.runId, { ...query, signal: request.signal }),
);
