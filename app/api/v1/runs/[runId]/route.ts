import { defineRoute } from '@/lib/edges/define-route';
import { getRunQuery, runQuery, updateRunInput } from '@/lib/runs/schema';
import { deleteRun } from '@/lib/runs/server/delete-run';
import { getRun } from '@/lib/runs/server/get-run';
import { getRunAddress } from '@/lib/runs/server/get-run-address';
import { getRunWithDevices } from '@/lib/runs/server/get-run-with-devices';
import { updateRun } from '@/lib/runs/server/update-run';

export const GET = defineRoute({ params: ['runId'], query: getRunQuery }, async ({ viewer, params, query }) => {
  const runId = await getRunAddress(viewer, 'runs:read', { ...params, ...query });
  return query.devices === 'true' ? getRunWithDevices(viewer, runId) : getRun(viewer, runId);
});

export const PATCH = defineRoute(
  { params: ['runId'], query: runQuery, body: updateRunInput },
  async ({ viewer, params, query, body }) =>
    updateRun(viewer, await getRunAddress(viewer, 'runs:write', { ...params, ...query }), body),
);

export const DELETE = defineRoute({ params: ['runId'], query: runQuery }, async ({ viewer, params, query }) =>
  deleteRun(viewer, await getRunAddress(viewer, 'runs:delete', { ...params, ...query })),
);
