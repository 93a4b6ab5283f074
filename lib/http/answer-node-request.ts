import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fromNodeRequest, type IncomingRequest } from './incoming-request';
import { NO_STORE, reportProblem } from './problem-response';
import { sendAnswer } from './send-answer';

/**
 * `defineRoute` for a request that never enters Next: the body that `handle` returns is answered as JSON with its
 * status, whatever is thrown as a problem. Never throws.
 */
export async function answerNodeRequest(
  message: IncomingMessage,
  response: ServerResponse,
  handle: (request: IncomingRequest) => Promise<{ status: number; body: unknown }>,
): Promise<void> {
  try {
    const { status, body } = await handle(fromNodeRequest(message));
    sendAnswer(message, response, { status, headers: { 'content-type': 'application/json', ...NO_STORE }, body });
  } catch (error) {
    const { body, headers } = reportProblem(error);
    sendAnswer(message, response, { status: body.status, headers, body });
  }
}
