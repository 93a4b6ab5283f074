import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { hasCredential } from '@/lib/auth/credential';
import { PATH_HEADER } from '@/lib/auth/path-header';
import { AppError } from '@/lib/errors';
import { decideAtDoor, withoutFlightMark, type DoorDecision } from './door';
import { hasPlainHost } from '@/lib/http/host-header';
import { headerOf } from '@/lib/http/incoming-request';
import { lingerOverBody } from '@/lib/http/linger-over-body';
import { NO_STORE, reportProblem } from '@/lib/http/problem-response';
import { sendAnswer } from '@/lib/http/send-answer';
import { STREAM_PATH, UNCOMPRESSED } from '@/lib/http/stream-headers';

type NodeHandler = (message: IncomingMessage, response: ServerResponse) => Promise<void>;
/**
 * Handlers by method and path, such as `POST /api/v1/logs`: machine requests that skip Next and its cost per request.
 */
export type DirectRoutes = ReadonlyMap<string, NodeHandler>;

/** An address that no page has, so that Next renders its page for that. */
const NO_PAGE = '/no-such-page';

/** The door of Node's own server. Null: the request is Next's, its address in Next's spelling. */
export function answerAtDoor(
  message: IncomingMessage,
  response: ServerResponse,
  directRoutes: DirectRoutes,
): Promise<void> | null {
  const { method = '', url = '' } = message;
  const readHeader = (name: string) => headerOf(message, name);
  lingerOverBody(message, response);
  if (!hasPlainHost(message.rawHeaders)) return applyDecision({ kind: 'refuse', error: noHost() }, message, response);
  // Nearly every request of a sender; looked at no further.
  const usual = directRoutes.get(`${method} ${url}`);
  if (usual && hasCredential(readHeader)) return usual(message, response);
  const decision = decideAtDoor({ method, target: url, readHeader });
  if (decision.kind === 'pass') {
    const direct = directRoutes.get(`${method} ${decision.path}`);
    if (direct && hasCredential(readHeader)) return direct(message, response);
  }
  return applyDecision(decision, message, response);
}

const noHost = (): AppError =>
  new AppError('invalid_request', 'Host: expected one name or address, perhaps with a port.');

function applyDecision(
  decision: DoorDecision,
  message: IncomingMessage,
  response: ServerResponse,
): null | Promise<void> {
  switch (decision.kind) {
    case 'pass':
      if (STREAM_PATH.test(decision.path)) response.setHeader(...UNCOMPRESSED);
      message.url = decision.path + decision.search;
      message.headers[PATH_HEADER] = decision.path + withoutFlightMark(decision.search);
      return null;
    case 'no-page':
      message.url = NO_PAGE;
      message.headers[PATH_HEADER] = NO_PAGE;
      return null;
    case 'sign-in':
      response.writeHead(307, { location: decision.location, ...NO_STORE, 'content-length': 0 }).end();
      return Promise.resolve();
    case 'options':
      response.writeHead(204, { allow: decision.allow.join(', ') }).end();
      message.resume();
      return Promise.resolve();
    case 'refuse': {
      const { body, headers } = reportProblem(decision.error);
      sendAnswer(message, response, { status: body.status, headers, body });
      return Promise.resolve();
    }
  }
  return decision satisfies never;
}
