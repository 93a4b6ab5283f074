import 'server-only';
import { randomUUID } from 'node:crypto';
import { ERRORS } from '@/lib/errors';
import { logError } from '@/lib/log-error';
import { toAppError } from '@/lib/db/to-app-error';
import { toProblem } from './problem';

export const NO_STORE = { 'cache-control': 'no-store' };

/** The answer for an error; a server fault is logged once, under the id that the caller gets. */
export function problemResponse(error: unknown): Response {
  const { body, headers } = reportProblem(error);
  return Response.json(body, { status: body.status, headers });
}

/** The same for callers that answer without a web `Response`. */
export function reportProblem(error: unknown): ReturnType<typeof toProblem> {
  const requestId = randomUUID();
  const appError = toAppError(error);
  if (ERRORS[appError.code].status === 500) logError(appError, requestId);
  const { body, headers } = toProblem(appError, requestId);
  return { body, headers: { ...NO_STORE, ...headers } };
}
