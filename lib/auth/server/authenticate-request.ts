import 'server-only';
import { CREDENTIAL_FORMS, findCredential } from '@/lib/auth/credential';
import type { Viewer } from '@/lib/auth/viewer';
import { AppError } from '@/lib/errors';
import { authenticateToken } from './authenticate-token';
import { findPerson } from './find-person';
import { readSessionUserId } from './next-auth';

/**
 * Who sends this request. A request with a credential header is judged by that alone, so a machine never pays for
 * (nor borrows) a session. Throws `unauthenticated`.
 */
export async function authenticateRequest(request: Request): Promise<Viewer> {
  const token = findCredential((name) => request.headers.get(name));
  if (token !== null) return authenticateToken(token);
  const userId = await readSessionUserId(request.headers);
  const person = userId === null ? null : await findPerson(userId);
  if (!person) throw new AppError('unauthenticated', `Sign in, or send ${CREDENTIAL_FORMS}.`);
  return person;
}
