import { cn } from '@/components/ui/cn';
import { Skeleton } from '@/components/ui/skeleton';
import { LOG_ROW_GRID } from './log-row-grid';

/** Stands for a line while its page loads; in a filtered log `rowIndex` need not be the line's seq. */
export function PlaceholderRow() {
  return (
    <div role="row" aria-busy className={cn(LOG_ROW_GRID, 'h-6 items-center')}>
      <Skeleton className="hidden h-3 @2xl:block" />
      <Skeleton className="h-3" />
      <span />
      <Skeleton className="hidden h-3 @4xl:block" />
      <Skeleton className="hidden h-3 @2xl:block" />
      <Skeleton className="h-3 w-2/3" />
    </div>
  );
}
