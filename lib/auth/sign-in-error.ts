/** Why nobody was signed in; these codes travel in URLs (next-auth names the second and third itself). */
const SIGN_IN_ERRORS = {
  too_many_attempts: 'Too many attempts. Wait some minutes, then try again.',
  CredentialsSignin: 'E-mail or password is wrong.',
  AccessDenied: 'This account may not sign in. Ask an admin.',
  unavailable: 'Signing in is not possible right now: the database cannot be reached. Try again in a moment.',
} as const;

export type SignInErrorCode = keyof typeof SIGN_IN_ERRORS;

/** Text for the page; the code comes from the URL, so anything unknown gets one neutral sentence. */
export function signInErrorText(code: string): string {
  return Object.hasOwn(SIGN_IN_ERRORS, code) ? SIGN_IN_ERRORS[code as SignInErrorCode] : 'Sign-in failed. Try again.';
}
