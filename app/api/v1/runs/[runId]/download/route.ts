import { LINE_FORMATS } from '@/lib/reading/download/line-formats';
import { downloadQuery } from '@/lib/reading/download/schema';
import { downloadLines } from '@/lib/reading/download/server/download-lines';
import { defineRoute } from '@/lib/edges/define-route';
import { getRun } from '@/lib/runs/server/get-run';

export const GET = defineRoute(
  { params: ['runId'], query: downloadQuery },
  async ({ viewer, params, query, request }) => {
    const { headers, body } = await downloadLines(viewer, params.runId, { ...query, signal: request.signal });
    return new Response(body, { headers });
  },
);

/** Without this export, Next answers HEAD by opening a stream that nobody closes. */
export const HEAD = defineRoute({ params: ['runId'], query: downloadQuery }, async ({ viewer, params, query }) => {
  await getRun(viewer, params.runId);
  return new Response(null, { headers: { 'content-type': LINE_FORMATS[query.format].contentType } });
});
