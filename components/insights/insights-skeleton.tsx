import { Skeleton } from '@/components/ui/skeleton';

/** One chart while it loads, of its final size. */
export function ChartSkeleton() {
  return (
    <div role="status" className="flex flex-col gap-2 rounded-lg border border-line bg-surface p-4">
      <span className="sr-only">Loading a chart</span>
      <Skeleton className="h-7 w-48" />
      <Skeleton className="h-5 w-72 max-w-full" />
      <Skeleton className="h-4 w-40" />
      <Skeleton className="h-52 w-full" />
      <div className="h-16" />
    </div>
  );
}

/** The page while it loads. */
export function InsightsSkeleton() {
  return (
    <>
      <div className="flex h-12 items-center border-b border-line px-4">
        <h1 className="text-base font-semibold">Insights</h1>
      </div>
      <div className="flex h-12 items-center border-b border-line px-4">
        <Skeleton className="h-8 grow md:max-w-80" />
      </div>
      <div className="grid gap-4 p-4 xl:grid-cols-2">
        <ChartSkeleton />
        <ChartSkeleton />
      </div>
    </>
  );
}
