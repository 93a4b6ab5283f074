import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import { formatQuantity } from '@/lib/format/number';
import { FetchError } from '@/lib/http/fetch-json';

export function ComparisonSkeleton({ lineCount }: { lineCount: number }) {
  return (
    <div aria-busy className="flex flex-col gap-3">
      <p role="status" className="text-muted">
        Comparing {formatQuantity(lineCount, 'line')} with those of the other run …
      </p>
      <Skeleton className="h-56" />
      <Skeleton className="h-48" />
      <Skeleton className="h-48" />
    </div>
  );
}

/** Says why there is nothing to compare. That no run was good enough is no failure: another run can be chosen above. */
export function NoComparison({ error, onRetry }: { error: Error; onRetry: () => void }) {
  if (error instanceof FetchError && error.code === 'no_good_run') {
    return (
      <EmptyState role="status" title="No earlier good run of this job">
        <p>{withoutTitle(error.message)}</p>
        <p>A good run is one that succeeded or was partial. Choose another run above.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      role="alert"
      title="The runs could not be compared"
      action={
        <Button variant="primary" onClick={onRetry}>
          Try again
        </Button>
      }
    >
      <p>{error.message}</p>
    </EmptyState>
  );
}

/** fetchJson writes problems as `title: detail`; the page shows the title already. */
const withoutTitle = (message: string): string => message.slice(message.indexOf(': ') + 1).trim();
