import 'server-only';
import { buildAttemptLimit, type AttemptLimit } from '@/lib/auth/attempt-limit';
import { AppError } from '@/lib/errors';
import { processState } from '@/lib/process-state';

export const SIGN_IN_WINDOW_SECONDS = 300;
/** A person mistypes some times; an address may be a whole office behind one gateway. */
export const MAX_ATTEMPTS_PER_EMAIL = 10;
export const MAX_ATTEMPTS_PER_ADDRESS = 60;

const limitOf = (max: number): AttemptLimit =>
  buildAttemptLimit({ windowMs: SIGN_IN_WINDOW_SECONDS * 1000, maxKeys: 10_000, max });
const limits = processState('signInLimits', () => ({
  email: limitOf(MAX_ATTEMPTS_PER_EMAIL),
  address: limitOf(MAX_ATTEMPTS_PER_ADDRESS),
}));

/**
 * Counts an attempt before its password is checked, so that many at once do not slip through. Throws
 * `too_many_requests`. Per process: with n nodes n times as many pass.
 */
export function takeSignInAttempt(email: string, address: string): void {
  const now = Date.now();
  const isAllowed = [limits().address.take(address, now), limits().email.take(email, now)];
  if (isAllowed.every(Boolean)) return;
  throw new AppError('too_many_requests', 'Too many attempts to sign in.', {
    retryAfterSeconds: SIGN_IN_WINDOW_SECONDS,
  });
}

/** Called after the right password, so that frequent sign-ins do not lock anybody out. */
export function forgiveSignInAttempts(email: string, address: string): void {
  limits().email.forgive(email);
  limits().address.forgive(address);
}
