import { defineRoute } from '@/lib/edges/define-route';
import { deleteRunsInput, findRunsQuery, openRunInput } from '@/lib/runs/schema';
import { deleteRuns } from '@/lib/runs/server/delete-runs';
import { findRuns } from '@/lib/runs/server/find-runs';
import { openRun } from '@/lib/runs/server/open-run';

export const GET = defineRoute({ query: findRunsQuery }, ({ viewer, query }) => findRuns(viewer, query));

export const POST = defineRoute({ body: openRunInput }, async ({ viewer, body }) => {
  const { run, isNew } = await openRun(viewer, body);
  return Response.json(run, { status: isNew ? 201 : 200 });
});

export const DELETE = defineRoute({ body: deleteRunsInput }, ({ viewer, body }) => deleteRuns(viewer, body.runIds));
