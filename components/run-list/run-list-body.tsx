'use client';

import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { LiveRunList } from '@/lib/runs/live-run-list';
import { isFiltered, type RunListState } from '@/lib/runs/run-filter-codec';
import { NoOlderRuns, NoRunsYet } from './no-runs';
import { NoRunsMatch } from './no-runs-match';
import type { JobOption } from './run-filters';
import { RunRowsSkeleton } from './run-list-skeleton';
import { RunTable } from './run-table';

type RunListBodyProps = {
  state: RunListState;
  jobs: readonly JobOption[];
  list: LiveRunList | undefined;
  error: Error | null;
  /** The rows are those of the filter before, while the new ones load. */
  isPrevious: boolean;
  onRetry: () => void;
  onSet: (state: RunListState) => void;
};

/** The rows, or which kind of nothing there is. */
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
  return isFiltered(state) ? <NoRunsMatch state={state} jobs={jobs} onSet={onSet} /> : <NoRunsYet />;
}
