import 'server-only';
import { parseBearerToken } from '@/lib/auth/bearer-token';
import type { Viewer } from '@/lib/auth/viewer';
import { AppError } from '@/lib/errors';
import { authenticateToken } from './authenticate-token';
import { findPerson } from './find-person';
import { readSessionUserId } from './next-auth';

/**
 * Who sends this request. A request with an `Authorization` header is judged by that alone, so a machine never pays for
 * (nor borrows) a session. Throws `unauthenticated`.
 */
export async function authenticateRequest(request: Request): Promise<Viewer> {
  const authorization = request.headers.get('authorization');
  if (authorization !== null) return authenticateToken(parseBearerToken(authorization));
  const userId = await readSessionUserId(request.headers);
  const person = userId === null ? null : await findPerson(userId);
  if (!person) throw new AppError('unauthenticated', 'Sign in, or send Authorization: Bearer TOKEN.');
  return person;
}
