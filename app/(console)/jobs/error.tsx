'use client';

import { ComeAlive } from '@/components/shell/early-input/come-alive';
import { PageError } from '@/components/ui/page-error';

type ErrorProps = { error: Error & { digest?: string }; retry: () => void };

export default function JobsError({ error, retry }: ErrorProps) {
  return (
    <>
      <PageError title="The jobs cannot be shown" error={error} onRetry={retry} />
      <ComeAlive />
    </>
  );
}
