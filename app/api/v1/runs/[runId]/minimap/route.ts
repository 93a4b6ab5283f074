import { defineRoute } from '@/lib/edges/define-route';
import { minimapQuery } from '@/lib/reading/lines/schema';
import { getMinimap } from '@/lib/reading/lines/server/get-minimap';

export const GET = defineRoute({ params: ['runId'], query: minimapQuery }, ({ viewer, params, query, request }) =>
  getMinimap(viewer, params.runId, { ...query, signal: request.signal }),
);
