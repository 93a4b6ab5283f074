'use client';

import { useActionState, useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { signInErrorText } from '@/lib/auth/sign-in-error';
import { submitPassword } from './next-auth-client';
import { OidcButton } from './oidc-button';

type SignInFormProps = { nextPath: string; oidcName: string | null; initialErrorCode: string | null };
/** `attempt` tells two equal errors apart, so that each moves the focus. */
type SignInState = { email: string; errorCode: string | null; attempt: number; isDone: boolean };

export function SignInForm({ nextPath, oidcName, initialErrorCode }: SignInFormProps) {
  const initial: SignInState = { email: '', errorCode: initialErrorCode, attempt: 0, isDone: false };
  const [state, submit, isPending] = useActionState(attemptSignIn, initial);
  const passwordField = useRef<HTMLInputElement>(null);

  useEffect(() => {
    // A full load, so that no page rendered before sign-in stays in the router's cache.
    if (state.isDone) window.location.replace(nextPath);
    else if (state.attempt > 0) passwordField.current?.focus();
  }, [state, nextPath]);

  const isBusy = isPending || state.isDone;
  const errorText = state.errorCode === null ? null : signInErrorText(state.errorCode);
  return (
    <section className="w-full max-w-sm rounded-md border border-line bg-surface p-6" aria-labelledby="sign-in-title">
      <h1 id="sign-in-title" className="text-base font-semibold">
        Sign in to NetRaven
      </h1>
      <p className="mt-1 text-sm text-muted">Logs of every run of every job.</p>
      <form action={submit} className="mt-5 grid gap-4" aria-busy={isBusy}>
        <TextField
          label="E-mail"
          name="email"
          type="email"
          autoComplete="username"
          required
          autoFocus
          defaultValue={state.email}
        />
        <TextField
          ref={passwordField}
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
        />
        <p role="alert" className="min-h-5 text-sm text-danger">
          {isBusy ? '' : errorText}
        </p>
        <Button type="submit" variant="primary" disabled={isBusy}>
          {isBusy ? 'Signing in …' : 'Sign in'}
        </Button>
      </form>
      {oidcName !== null && <OidcButton name={oidcName} nextPath={nextPath} />}
      <noscript className="mt-4 block text-sm text-danger">Signing in needs JavaScript.</noscript>
    </section>
  );
}

async function attemptSignIn(previous: SignInState, form: FormData): Promise<SignInState> {
  const email = String(form.get('email') ?? '');
  const errorCode = await submitPassword(email, String(form.get('password') ?? ''));
  return { email, errorCode, attempt: previous.attempt + 1, isDone: errorCode === null };
}
