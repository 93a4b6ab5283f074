'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { lineSelectionText } from '@/lib/reading/lines/line-filter-codec';
import type { LinePage } from '@/lib/reading/lines/schema';
import type { ListOptions } from './list/use-list-of-lines';
import { LogPanel } from './log-panel';
import { LogSkeleton } from './log-skeleton';
import { PatternsView } from './patterns/patterns-view';

type LogBodyProps = {
  shown: Omit<ListOptions, 'snapshot'>;
  hasLines: boolean;
  snapshot: UseQueryResult<LinePage>;
  /** Why the search has no answer. */
  problem: string | null;
  gridRef: RefObject<HTMLDivElement | null>;
};

/** The lines, what they say, or why they cannot be shown. */
export function LogBody({ shown, hasLines, snapshot, problem, gridRef }: LogBodyProps) {
  const { run, view, setView, source } = shown;
  const readAgain = () => void snapshot.refetch();
  if (!hasLines) return <PatternsView run={run} view={view} setView={(next) => setView(next, 'push')} />;
  if (snapshot.data) {
    return (
      <LogPanel
        // The same index is another line under another filter.
        key={`${lineSelectionText(source.filter)} ${source.upTo}`}
        {...shown}
        snapshot={snapshot.data}
        onReadAgain={readAgain}
        gridRef={gridRef}
      />
    );
  }
  if (!snapshot.error) return <LogSkeleton />;
  return (
    <EmptyState
      role="alert"
      title={problem ? 'The search could not be run' : 'The lines could not be read'}
      action={
        problem ? (
          <Button onClick={() => setView({ ...view, q: undefined }, 'push')}>Clear the search</Button>
        ) : (
          <Button onClick={readAgain}>Try again</Button>
        )
      }
    >
      {problem ?? snapshot.error.message}
    </EmptyState>
  );
}
