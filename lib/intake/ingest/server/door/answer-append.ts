import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { findCredential } from '@/lib/auth/credential';
import { authenticateToken } from '@/lib/auth/server/authenticate-token';
import { answerNodeRequest } from '@/lib/http/answer-node-request';
import { answerStatus } from '../../answer-status';
import { appendLines } from '../append-lines';

/**
 * `POST /api/v1/logs` of a sender with a credential header, past Next's routing, which costs a request more than
 * storing its line (docs/decisions/0007-speed.md). app/api/v1/logs/route.ts answers the same for all other requests.
 */
export function answerAppend(message: IncomingMessage, response: ServerResponse): Promise<void> {
  return answerNodeRequest(message, response, async (request) => {
    const viewer = await authenticateToken(findCredential((name) => request.headers.get(name)) ?? '');
    const body = await appendLines(viewer, request);
    return { status: answerStatus(body), body };
  });
}
