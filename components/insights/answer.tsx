'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ChartSkeleton } from './insights-skeleton';

type AnswerProps<T> = { name: string; query: UseQueryResult<T>; children: (answer: T) => ReactNode };

/** What became of a question: its charts, or why there are none. An answer that is old says so. */
export function Answer<T>({ name, query: { data, error, isPlaceholderData, refetch }, children }: AnswerProps<T>) {
  if (data !== undefined && !(error && isPlaceholderData)) {
    return (
      <div aria-busy={isPlaceholderData} className="contents">
        {error && (
          <p role="alert" className="text-xs text-danger xl:col-span-2">
            The charts of {name} are not up to date: {error.message}
          </p>
        )}
        {children(data)}
      </div>
    );
  }
  if (!error) return <ChartSkeleton />;
  return (
    <EmptyState
      role="alert"
      title={`The charts of ${name} cannot be shown`}
      action={
        <Button variant="primary" onClick={() => void refetch()}>
          Try again
        </Button>
      }
    >
      {error.message}
    </EmptyState>
  );
}
