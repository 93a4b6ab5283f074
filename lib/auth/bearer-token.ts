import { AppError } from '@/lib/errors';

/** Wider than RFC 6750: tokens of the environment are free texts, blanks and all. */
const BEARER = /^bearer +([^\s\p{Cc}][^\p{Cc}]*)$/iu;

/** The token of an `Authorization` header. Throws `unauthenticated` with what is wrong, never with the value. */
export function parseBearerToken(authorization: string): string {
  const token = BEARER.exec(authorization.trim())?.[1];
  if (!token) throw new AppError('unauthenticated', 'The Authorization header must read: Bearer TOKEN.');
  // Header values arrive as one character a byte; what senders write there is UTF-8.
  return Buffer.from(token, 'latin1').toString('utf8');
}
