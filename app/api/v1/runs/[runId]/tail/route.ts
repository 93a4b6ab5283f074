import { authenticateRequest } from '@/lib/auth/server/authenticate-request';
import { defineRoute } from '@/lib/edges/define-route';
import { STREAM_HEADERS } from '@/lib/http/stream-headers';
import { getRun } from '@/lib/runs/server/get-run';
import { tailQuery } from '@/lib/reading/tail/schema';
import { openTail } from '@/lib/reading/tail/server/open-tail';

export const GET = defineRoute({ params: ['runId'], query: tailQuery }, async ({ viewer, params, query, request }) => {
  const stream = await openTail(viewer, {
    runId: params.runId,
    query,
    lastEventId: request.headers.get('last-event-id'),
    clientSignal: request.signal,
    reauthenticate: () => authenticateRequest(request),
  });
  return new Response(stream, { headers: { 'content-type': 'text/event-stream', ...STREAM_HEADERS } });
});

/** Without this export, Next answers HEAD by opening a stream that nobody closes. */
export const HEAD = defineRoute({ params: ['runId'], query: tailQuery }, async ({ viewer, params }) => {
  await getRun(viewer, params.runId);
  return new Response(null, { headers: { 'content-type': 'text/event-stream' } });
});
