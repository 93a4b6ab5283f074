import { defineRoute } from '@/lib/edges/define-route';
import { getRunTimeline } from '@/lib/analysis/timeline/server/get-run-timeline';

export const GET = defineRoute({ params: ['runId'] }, ({ viewer, params, request }) =>
  getRunTimeline(viewer, params.runId, { signal: request.signal }),
);
