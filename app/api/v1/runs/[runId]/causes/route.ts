import { getRunCauses } from '@/lib/causes/server/get-run-causes';
import { defineRoute } from '@/lib/http/define-route';

export const GET = defineRoute({ params: ['runId'] }, ({ viewer, params, request }) =>
  getRunCauses(viewer, params.runId, { signal: request.signal }),
);
