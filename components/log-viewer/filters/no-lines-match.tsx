'use client';

import { useQueries } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterLosses } from '@/components/ui/filter-losses';
import { useTimeZone } from '@/components/ui/use-time-zone';
import { formatQuantity } from '@/lib/format/number';
import { filterOf, hasLineFilter, onlySearch, type LineView } from '@/lib/reading/lines/line-filter-codec';
import { lineSnapshotOptions } from '@/lib/reading/lines/query-options';
import type { RunDetail } from '@/lib/runs/schema';
import { describeLineFilter } from './describe-line-filter';

type NoLinesMatchProps = { run: RunDetail; view: LineView; onChange: (view: LineView) => void };

/** The run has lines, but none passes all filters: says how many lines each filter hides. */
export function NoLinesMatch({ run, view, onChange }: NoLinesMatchProps) {
  const parts = describeLineFilter(view, useTimeZone());
  const counted = useQueries({
    queries: parts.map(({ without }) => lineSnapshotOptions({ runId: run.runId, filter: filterOf(without) })),
  });
  const losses = parts.map(({ name, value, without }, at) => ({
    ...{ id: name, name, value, onRemove: () => onChange(without) },
    count: counted[at]?.data?.total ?? (counted[at]?.isError ? null : undefined),
  }));
  const hasOthers = view.q !== undefined && hasLineFilter(filterOf({ ...view, q: undefined }));
  return (
    <EmptyState
      role="status"
      title="No line matches"
      action={
        <div className="flex flex-wrap justify-center gap-2">
          {hasOthers && <Button onClick={() => onChange(onlySearch(view))}>Clear the other filters</Button>}
          <Button variant="primary" onClick={() => onChange({ patterns: view.patterns })}>
            Clear filters
          </Button>
        </div>
      }
    >
      <p>Searched {formatQuantity(run.lineCount, 'line')}.</p>
      <FilterLosses losses={losses} noun="line" />
    </EmptyState>
  );
}
