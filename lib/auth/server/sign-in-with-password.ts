import 'server-only';
import { db } from '@/lib/db/client';
import { verifyPassword } from './password';
import { forgiveSignInAttempts, takeSignInAttempt } from './sign-in-limit';

/** argon2 hashes any length; a megabyte of "password" is not worth the time. */
const MAX_PASSWORD_LENGTH = 1000;

type Attempt = { email: string; password: string; address: string };

/**
 * The person whose password this is; null when there is none or the person is disabled. Throws `too_many_requests`.
 * `address` is the client's, for the limit of attempts.
 */
export async function signInWithPassword(attempt: Attempt): Promise<{ id: string } | null> {
  const email = attempt.email.trim().toLowerCase();
  if (email === '' || attempt.password === '' || attempt.password.length > MAX_PASSWORD_LENGTH) return null;
  takeSignInAttempt(email, attempt.address);
  const user = await db().user.findUnique({ where: { email } });
  const isRight = await verifyPassword(attempt.password, user?.passwordHash ?? null);
  if (!user || !isRight || user.disabledAt) return null;
  forgiveSignInAttempts(email, attempt.address);
  await db().user.update({ where: { id: user.id }, data: { lastSignInAt: new Date() } });
  return { id: user.id };
}
