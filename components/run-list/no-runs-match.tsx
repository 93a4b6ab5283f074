'use client';

import { useQuery } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterLosses } from '@/components/ui/filter-losses';
import { NothingReceived } from '@/components/ui/nothing-received';
import { useTimeZone } from '@/components/ui/use-time-zone';
import { formatQuantity } from '@/lib/format/number';
import { describeFilterParts } from '@/lib/runs/describe-filter-parts';
import { runFilterCountsOptions } from '@/lib/runs/query-options';
import { runFilterNames } from '@/lib/runs/run-filter-pills';
import type { RunListState } from '@/lib/runs/run-filter-codec';
import type { JobOption } from '@/lib/runs/job-facts';

type NoRunsMatchProps = { state: RunListState; jobs: readonly JobOption[]; onSet: (state: RunListState) => void };

/** No run passes all filters: says how many runs each filter hides. */
export function NoRunsMatch({ state, jobs, onSet }: NoRunsMatchProps) {
  const zone = useTimeZone();
  const { data, isError } = useQuery(runFilterCountsOptions(state));
  if (data?.all === 0) return <NothingReceived />;
  const parts = describeFilterParts(state, runFilterNames(jobs, zone));
  const losses = parts.map(({ part, name, value, without }) => ({
    ...{ id: part, name, value, onRemove: () => onSet(without) },
    count: data?.without[part] ?? (isError ? null : undefined),
  }));
  return (
    <EmptyState
      role="status"
      title="No run matches the filters"
      action={
        <Button variant="primary" onClick={() => onSet({})}>
          Clear all filters
        </Button>
      }
    >
      <FilterLosses losses={losses} noun="run" />
      {data && <p className="pt-1">{formatQuantity(data.all, 'run')} without any filter.</p>}
    </EmptyState>
  );
}
