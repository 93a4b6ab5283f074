'use client';

import { Button } from './button';
import { EmptyState } from './empty-state';

type PageErrorProps = {
  title: string;
  error: Error & { digest?: string };
  onRetry: () => void;
};

/** For error.tsx: Next keeps what a server error says to itself, so only its digest, found in the server's log, is shown. */
export function PageError({ title, error, onRetry }: PageErrorProps) {
  return (
    <EmptyState
      isPage
      role="alert"
      title={title}
      action={
        <Button variant="primary" onClick={onRetry}>
          Try again
        </Button>
      }
    >
      <p>The server did not answer as it should. Nothing that was stored is lost.</p>
      {error.digest && <p className="mt-1 font-mono text-xs">Error {error.digest}</p>}
    </EmptyState>
  );
}
