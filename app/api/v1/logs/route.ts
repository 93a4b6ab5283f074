import { defineRoute } from '@/lib/edges/define-route';
import { NO_STORE } from '@/lib/http/problem-response';
import { answerStatus } from '@/lib/intake/ingest/answer-status';
import { ingestQuery } from '@/lib/intake/ingest/line-defaults';
import { appendLines } from '@/lib/intake/ingest/server/append-lines';

export const POST = defineRoute({ query: ingestQuery }, async ({ viewer, request }) => {
  const answer = await appendLines(viewer, request);
  return Response.json(answer, { status: answerStatus(answer), headers: NO_STORE });
});
