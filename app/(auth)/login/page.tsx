import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ComeAlive } from '@/components/shell/early-input/come-alive';
import { SignInForm } from '@/components/sign-in/sign-in-form';
import { findSessionPerson } from '@/lib/auth/server/find-session-person';
import { oidcName } from '@/lib/auth/server/oidc-name';
import { safeNext } from '@/lib/auth/safe-next';

export const metadata: Metadata = { title: 'Sign in' };

type LoginPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function LoginPage({ searchParams }: LoginPageProps) {
  const { next, callbackUrl, error } = await searchParams;
  const nextPath = safeNext(next ?? callbackUrl);
  if (await findSessionPerson()) redirect(nextPath);
  return (
    <main className="flex min-h-dvh items-center justify-center bg-canvas p-4 text-fg">
      <SignInForm
        nextPath={nextPath}
        oidcName={oidcName()}
        initialErrorCode={typeof error === 'string' ? error : null}
      />
      <ComeAlive />
    </main>
  );
}
