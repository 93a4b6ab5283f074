import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Shape } from '@/components/ui/shape';
import { formatCount } from '@/lib/format/number';
import { filterOf, isFiltered, onlySearch, type LineView } from '@/lib/lines/line-filter-codec';
import type { RunDetail } from '@/lib/runs/schema';
import { isOpen } from '@/lib/runs/status';

type NoLinesProps = { run: RunDetail; view: LineView; hasFilter: boolean; onChange: (view: LineView) => void };

/** Why there is nothing to read: nothing came yet, nothing came at all, or the filters hide it. */
export function NoLines({ run, view, hasFilter, onChange }: NoLinesProps) {
  if (hasFilter && run.lineCount > 0) {
    const hasOthers = view.q !== undefined && isFiltered(filterOf({ ...view, q: undefined }));
    return (
      <EmptyState
        role="status"
        title="No line matches"
        action={
          <div className="flex flex-wrap justify-center gap-2">
            {hasOthers && <Button onClick={() => onChange(onlySearch(view))}>Clear the other filters</Button>}
            <Button variant="primary" onClick={() => onChange({})}>
              Clear filters
            </Button>
          </div>
        }
      >
        <p>
          Searched {formatCount(run.lineCount)} lines for {searchedFor(view)}.
        </p>
      </EmptyState>
    );
  }
  if (isOpen(run.status)) {
    return (
      <EmptyState role="status" title="No lines yet" icon={<Shape name="spinner" className="size-6 text-muted" />}>
        <p>The run is {run.status}. Its lines appear here as they arrive.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState role="status" title="This run has no lines">
      <p>It ended without a line being received.</p>
    </EmptyState>
  );
}

function searchedFor({ level, component, device, phase, q, since, until }: LineView): string {
  const lists = { level, component, device, phase };
  const parts = Object.entries(lists).flatMap(([name, values]) =>
    values?.length ? [`${name} ${values.join(' or ')}`] : [],
  );
  const hasRange = since !== undefined || until !== undefined;
  return [...(q ? [`“${q}”`] : []), ...parts, ...(hasRange ? ['the chosen time'] : [])].join(', ');
}
