import { defineRoute } from '@/lib/http/define-route';
import { getRunQuery, updateRunInput } from '@/lib/runs/schema';
import { deleteRun } from '@/lib/runs/server/delete-run';
import { getRun } from '@/lib/runs/server/get-run';
import { getRunWithDevices } from '@/lib/runs/server/get-run-with-devices';
import { updateRun } from '@/lib/runs/server/update-run';

export const GET = defineRoute({ params: ['runId'], query: getRunQuery }, ({ viewer, params, query }) =>
  query.devices === 'true' ? getRunWithDevices(viewer, params.runId) : getRun(viewer, params.runId),
);

export const PATCH = defineRoute({ params: ['runId'], body: updateRunInput }, ({ viewer, params, body }) =>
  updateRun(viewer, params.runId, body),
);

export const DELETE = defineRoute({ params: ['runId'] }, ({ viewer, params }) => deleteRun(viewer, params.runId));
