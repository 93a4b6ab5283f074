/** A working day; then people sign in again. A session is never prolonged, since its cookie is not rewritten. */
export const SESSION_SECONDS = 12 * 3600;

/** next-auth's own name; under https with the prefix that browsers accept over https only (RFC 6265bis, 4.1.3.1). */
const PLAIN_NAME = 'next-auth.session-token';
const SECURE_NAME = `__Secure-${PLAIN_NAME}`;

export const sessionCookieName = (isSecure: boolean): string => (isSecure ? SECURE_NAME : PLAIN_NAME);

/** Whether a cookie is a session cookie, or a part of a long one; it may still be invalid. */
export const isSessionCookie = (name: string): boolean =>
  [PLAIN_NAME, SECURE_NAME].some((known) => name === known || name.startsWith(`${known}.`));
