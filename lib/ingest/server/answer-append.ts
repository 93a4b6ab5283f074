import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseBearerToken } from '@/lib/auth/bearer-token';
import { authenticateToken } from '@/lib/auth/server/authenticate-token';
import { answerNodeRequest } from '@/lib/http/answer-node-request';
import { appendLines } from './append-lines';

/**
 * `POST /api/v1/logs` of a sender with an `Authorization` header, past Next's routing, which costs a request more than
 * storing its line (docs/decisions/0007-speed.md). app/api/v1/logs/route.ts answers the same for all other requests.
 */
export function answerAppend(message: IncomingMessage, response: ServerResponse): Promise<void> {
  return answerNodeRequest(message, response, async (request) => {
    const viewer = await authenticateToken(parseBearerToken(request.headers.get('authorization') ?? ''));
    return appendLines(viewer, request);
  });
}
