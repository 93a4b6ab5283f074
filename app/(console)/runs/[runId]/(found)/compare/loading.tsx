import { Skeleton } from '@/components/ui/skeleton';

export default function CompareLoading() {
  return (
    <div aria-busy className="flex flex-col gap-3 p-3">
      <span role="status" className="sr-only">
        Loading the comparison
      </span>
      <Skeleton className="h-40" />
      <Skeleton className="h-64" />
    </div>
  );
}
