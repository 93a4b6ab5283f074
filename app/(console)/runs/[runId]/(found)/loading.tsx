import { Skeleton } from '@/components/ui/skeleton';

export default function RunLoading() {
  return (
    <div aria-busy className="flex h-[calc(100dvh-var(--top-bar-height))] flex-col gap-px">
      <span role="status" className="sr-only">
        Loading the run
      </span>
      <Skeleton className="h-28 shrink-0" />
      <div className="flex min-h-0 grow gap-px">
        <Skeleton className="hidden w-72 md:block" />
        <Skeleton className="grow" />
      </div>
    </div>
  );
}
