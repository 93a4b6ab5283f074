import Link from 'next/link';
import { cn } from '@/components/ui/cn';
import type { View } from '@/lib/runs/views/schema';

/** A view's tab is a link, so that it can be opened in another tab and its address copied. */
export function ViewTab({ view, isActive }: { view: View; isActive: boolean }) {
  return (
    <Link
      href={`/runs${view.query}`}
      prefetch={false}
      aria-current={isActive ? 'page' : undefined}
      className={cn(
        'flex h-9 items-center border-b-2 px-2 whitespace-nowrap md:h-12 -outline-offset-2',
        isActive ? 'border-accent font-medium text-fg' : 'border-transparent text-muted hover:text-fg',
      )}
    >
      <span className="max-w-48 truncate">{view.name}</span>
    </Link>
  );
}
