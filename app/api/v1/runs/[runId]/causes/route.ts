import { getRunCauses } from '@/lib/analysis/causes/server/get-run-causes';
import { defineRoute } from '@/lib/edges/define-route';

export const GET = defineRoute({ params: ['runId'] }, ({ viewer, params, request }) =>
  getRunCauses(viewer, params.runId, { signal: request.signal }),
);
