import { cn } from './cn';

/** Stands where something loads; give it the final size. The region around it says `aria-busy`. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cn('animate-pulse rounded-sm bg-hover', className)} />;
}
