import { defineRoute } from '@/lib/http/define-route';
import { findLinesQuery } from '@/lib/lines/schema';
import { findLines } from '@/lib/lines/server/find-lines';

export const GET = defineRoute({ params: ['runId'], query: findLinesQuery }, ({ viewer, params, query, request }) =>
  findLines(viewer, params.runId, { ...query, signal: request.signal }),
);
