import { ERRORS, type ErrorCode } from '@/lib/errors';
import { toAppError } from '@/lib/db/to-app-error';
import { ACCEPTED_ENCODINGS } from './accepted-encodings';
import type { Problem } from './schema';

/** The RFC 9457 answer for an error; every error answer of the API is built here. */
export function toProblem(error: unknown, requestId: string): { body: Problem; headers: Record<string, string> } {
  const { code, message, errors, retryAfterSeconds, allow } = toAppError(error);
  const { status, title }: { status: number; title: string } = ERRORS[code satisfies ErrorCode];
  return {
    body: {
      type: `urn:netraven:problem:${code}`,
      title,
      status,
      code,
      detail: message,
      ...(errors && { errors }),
      requestId,
    },
    headers: {
      'content-type': 'application/problem+json',
      ...(retryAfterSeconds !== undefined && { 'retry-after': String(retryAfterSeconds) }),
      ...(allow && { allow: allow.join(', ') }),
      // Only where the coding was the reason (RFC 9110, 12.5.3).
      ...(code === 'unsupported_encoding' && { 'accept-encoding': ACCEPTED_ENCODINGS }),
      ...(status === 401 && { 'www-authenticate': 'Bearer realm="netraven"' }),
    },
  };
}
