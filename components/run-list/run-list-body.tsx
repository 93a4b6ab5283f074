'use client';

import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { NothingReceived } from '@/components/ui/nothing-received';
import type { LiveRunList } from '@/lib/runs/live-run-list';
import { hasRunFilter, type RunListState } from '@/lib/runs/run-filter-codec';
import { NoRunsMatch } from './no-runs-match';
import type { JobOption } from '@/lib/runs/job-facts';
import { RunRowsSkeleton } from './run-list-skeleton';
import { RunTable } from './run-table';

type RunListBodyProps = {
  state: RunListState;
  jobs: readonly JobOption[];
  list: LiveRunList | undefined;
  error: Error | null;
  /** True while the rows of the earlier filter are shown and the new ones load. */
  isPrevious: boolean;
  onRetry: () => void;
  onSet: (state: RunListState) => void;
};

/** The rows, or the reason why there are none. */
export function RunListBody({ state, jobs, list, error, isPrevious, onRetry, onSet }: RunListBodyProps) {
  if (error && (!list || isPrevious)) {
    const retry = (
      <Button variant="primary" onClick={onRetry}>
        Try again
      </Button>
    );
    return (
      <EmptyState role="alert" title="The runs cannot be shown" action={retry}>
        {error.message} It is asked for again every few seconds.
      </EmptyState>
    );
  }
  if (!list) return <RunRowsSkeleton />;
  if (list.rows.length > 0) return <RunTable runs={list.rows} jobHistories={list.jobHistories} isDimmed={isPrevious} />;
  if (isPrevious) return <RunRowsSkeleton />;
  if (state.cursor) return <NoOlderRuns />;
  return hasRunFilter(state) ? <NoRunsMatch state={state} jobs={jobs} onSet={onSet} /> : <NothingReceived />;
}

function NoOlderRuns() {
  return (
    <EmptyState role="status" title="No older runs">
      This page of the list is empty.
    </EmptyState>
  );
}
