import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fromNodeRequest, type IncomingRequest } from './incoming-request';
import { NO_STORE, reportProblem } from './problem-response';

/**
 * `defineRoute` for a request that never enters Next: what `handle` returns is answered as JSON, whatever is thrown as
 * a problem. Never throws.
 */
export async function answerNodeRequest(
  message: IncomingMessage,
  response: ServerResponse,
  handle: (request: IncomingRequest) => Promise<unknown>,
): Promise<void> {
  try {
    const result = await handle(fromNodeRequest(message));
    send(response, { status: 200, headers: { 'content-type': 'application/json', ...NO_STORE }, body: result });
  } catch (error) {
    const { body, headers } = reportProblem(error);
    send(response, { status: body.status, headers, body });
  }
  // What is left of a body that was refused early: unread, it would stand before the connection's next request.
  message.resume();
}

type Answer = { status: number; headers: Record<string, string>; body: unknown };

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(text) });
  response.end(text);
}
