import { defineRoute } from '@/lib/http/define-route';
import { minimapQuery } from '@/lib/lines/schema';
import { getMinimap } from '@/lib/lines/server/get-minimap';

export const GET = defineRoute({ params: ['runId'], query: minimapQuery }, ({ viewer, params, query, request }) =>
  getMinimap(viewer, params.runId, { ...query, signal: request.signal }),
);
