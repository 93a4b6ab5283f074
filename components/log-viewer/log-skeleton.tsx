import { Skeleton } from '@/components/ui/skeleton';

const ROWS = Array.from({ length: 20 }, (_, row) => row);

export function LogSkeleton() {
  return (
    <div aria-busy aria-label="Loading lines" role="status" className="min-h-0 grow overflow-hidden bg-surface">
      {ROWS.map((row) => (
        <div key={row} className="flex h-6 items-center gap-2 px-2">
          <Skeleton className="h-3 w-24" />
          <Skeleton className="h-3 w-2/3" />
        </div>
      ))}
    </div>
  );
}
