'use client';

import { ComeAlive } from '@/components/shell/early-input/come-alive';
import { PageError } from '@/components/ui/page-error';

type ErrorProps = { error: Error & { digest?: string }; retry: () => void };

export default function RootError({ error, retry }: ErrorProps) {
  return (
    <main>
      <PageError title="This page cannot be shown" error={error} onRetry={retry} />
      <ComeAlive />
    </main>
  );
}
