'use client';

import { Button } from '@/components/ui/button';
import { formatCount } from '@/lib/format/number';
import { hasLineFilter } from '@/lib/reading/lines/line-filter-codec';
import { useLogList } from '../list/log-list';

/** One line of notices about the log; it keeps its height while it is empty. */
export function LogNotices() {
  const { view, setView, source, failed, location, state, isLate } = useLogList();
  const hasFilter = hasLineFilter(source.filter);
  return (
    <div role="status" aria-label="About the log" className="flex min-w-0 grow items-center gap-2 text-xs text-muted">
      {failed && (
        <>
          <span className="truncate text-danger">Lines could not be loaded: {failed.message}</span>
          <Button size="sm" onClick={failed.retry}>
            Try again
          </Button>
        </>
      )}
      {view.line !== undefined && location?.isMatch === false && (
        <>
          <span className="truncate">
            Line {formatCount(view.line)} {hasFilter ? 'is hidden by the filters' : 'is not there'}
          </span>
          {hasFilter && (
            <Button size="sm" onClick={() => setView({ line: view.line }, 'push')}>
              Clear filters
            </Button>
          )}
        </>
      )}
      <span className="truncate">{isLate ? 'Looking it up …' : state.notice}</span>
    </div>
  );
}
