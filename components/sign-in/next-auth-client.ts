import { signIn, signOut } from 'next-auth/react';

// The one browser file that knows next-auth.

/** Null when signed in, else the error's code. */
export async function submitPassword(email: string, password: string): Promise<string | null> {
  try {
    const answer = await signIn('credentials', { email, password, redirect: false });
    return answer?.ok ? null : (answer?.error ?? 'unknown');
  } catch {
    return 'unreachable';
  }
}

/** Leaves the page for the OIDC provider, and comes back to `nextPath`. */
export async function openOidcSignIn(nextPath: string): Promise<void> {
  await signIn('oidc', { callbackUrl: nextPath });
}

/** Ends the session; the page must be left afterwards. */
export async function endSession(): Promise<void> {
  await signOut({ redirect: false });
}
