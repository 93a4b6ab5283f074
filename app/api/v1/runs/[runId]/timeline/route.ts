import { defineRoute } from '@/lib/http/define-route';
import { getRunTimeline } from '@/lib/timeline/server/get-run-timeline';

export const GET = defineRoute({ params: ['runId'] }, ({ viewer, params, request }) =>
  getRunTimeline(viewer, params.runId, { signal: request.signal }),
);
