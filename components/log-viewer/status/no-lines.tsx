import { EmptyState } from '@/components/ui/empty-state';
import { Shape } from '@/components/ui/shape';
import type { LineView } from '@/lib/reading/lines/line-filter-codec';
import type { RunDetail } from '@/lib/runs/schema';
import { isOpen } from '@/lib/runs/status';
import { NoLinesMatch } from '../filters/no-lines-match';

type NoLinesProps = { run: RunDetail; view: LineView; hasFilter: boolean; onChange: (view: LineView) => void };

/** Says why there is nothing to read: no line came yet, none came at all, or the filters hide them. */
export function NoLines({ run, view, hasFilter, onChange }: NoLinesProps) {
  if (hasFilter && run.lineCount > 0) return <NoLinesMatch run={run} view={view} onChange={onChange} />;
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
