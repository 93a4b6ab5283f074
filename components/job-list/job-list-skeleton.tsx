import { Skeleton } from '@/components/ui/skeleton';
import { JOB_COLUMNS, JOB_ROW_GRID } from './job-columns';

const ROWS = Array.from({ length: 8 }, (_, index) => index);

/** Rows of the final height while the jobs load. */
export function JobRowsSkeleton() {
  return (
    <div role="status">
      <span className="sr-only">Loading jobs</span>
      <div aria-hidden className="h-8 border-b border-line @max-4xl:hidden" />
      {ROWS.map((row) => (
        <div key={row} aria-hidden className={`${JOB_ROW_GRID} min-h-12 border-b border-line`}>
          {JOB_COLUMNS.map(({ label, className }) => (
            <Skeleton key={label} className={`h-4 @max-4xl:w-24 ${className}`} />
          ))}
        </div>
      ))}
    </div>
  );
}

/** The whole page while it loads. */
export function JobListSkeleton() {
  return (
    <>
      <div className="flex h-12 items-center border-b border-line px-4">
        <h1 className="text-base font-semibold">Jobs</h1>
      </div>
      <div className="flex h-12 items-center border-b border-line px-4">
        <Skeleton className="h-8 grow md:max-w-80" />
      </div>
      <div className="@container min-w-0 grow">
        <JobRowsSkeleton />
      </div>
    </>
  );
}
