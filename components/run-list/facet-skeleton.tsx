import { Skeleton } from '@/components/ui/skeleton';

const ROWS = Array.from({ length: 14 }, (_, index) => index);

export function FacetSkeleton() {
  return (
    <div role="status" className="flex flex-col gap-3">
      <span className="sr-only">Loading counts</span>
      {ROWS.map((row) => (
        <Skeleton key={row} className="h-4" />
      ))}
    </div>
  );
}
