'use client';

import { ComeAlive } from '@/components/shell/early-input/come-alive';
import { PageError } from '@/components/ui/page-error';

type ErrorProps = { error: Error & { digest?: string }; retry: () => void };

export default function InsightsError({ error, retry }: ErrorProps) {
  return (
    <>
      <PageError title="The charts cannot be shown" error={error} onRetry={retry} />
      <ComeAlive />
    </>
  );
}
