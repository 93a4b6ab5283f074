import { Skeleton } from '@/components/ui/skeleton';
import { FacetSkeleton } from './facet-skeleton';
import { RUN_COLUMNS, RUN_GRID_STYLE, RUN_ROW_GRID, RUN_ROW_HEIGHT } from './run-columns';

const ROWS = Array.from({ length: 12 }, (_, index) => index);

/** Rows of the final height while the list loads. */
export function RunRowsSkeleton() {
  return (
    <div role="status" style={RUN_GRID_STYLE}>
      <span className="sr-only">Loading runs</span>
      <div aria-hidden className="h-8 border-b border-line @max-4xl:hidden" />
      {ROWS.map((row) => (
        <div key={row} aria-hidden className={`${RUN_ROW_GRID} ${RUN_ROW_HEIGHT} border-b border-line py-1`}>
          {RUN_COLUMNS.map(({ label, className }) => (
            <Skeleton key={label} className={`h-4 @max-4xl:w-24 ${className}`} />
          ))}
        </div>
      ))}
    </div>
  );
}

/** The whole job list while its page loads. */
export function RunListSkeleton() {
  return (
    <>
      <div className="flex h-12 items-center border-b border-line px-4">
        <h1 className="text-base font-semibold">Runs</h1>
      </div>
      <div className="flex h-12 items-center border-b border-line px-4">
        <Skeleton className="h-8 grow md:max-w-80" />
      </div>
      <div className="flex grow">
        <div className="w-56 shrink-0 border-r border-line p-3 max-xl:hidden">
          <FacetSkeleton />
        </div>
        <div className="@container min-w-0 grow">
          <RunRowsSkeleton />
        </div>
      </div>
    </>
  );
}
