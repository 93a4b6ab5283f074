import { Button } from '@/components/ui/button';
import { formatCount } from '@/lib/format/number';

type LogNoticesProps = {
  notice: string;
  failed: { message: string; retry: () => void } | null;
  /** A line of the address that is not among those shown. */
  hiddenSeq: number | null;
  hasFilter: boolean;
  onClearFilters: () => void;
};

/** One line of notices about the log; it keeps its height while it is empty. */
export function LogNotices({ notice, failed, hiddenSeq, hasFilter, onClearFilters }: LogNoticesProps) {
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
      {hiddenSeq !== null && (
        <>
          <span className="truncate">
            Line {formatCount(hiddenSeq)} {hasFilter ? 'is hidden by the filters' : 'is not there'}
          </span>
          {hasFilter && (
            <Button size="sm" onClick={onClearFilters}>
              Clear filters
            </Button>
          )}
        </>
      )}
      <span className="truncate">{notice}</span>
    </div>
  );
}
