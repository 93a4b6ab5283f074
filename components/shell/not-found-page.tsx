import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** What stands at an address without a page: what is not there, why that may be, and the way on. */
export function NotFoundPage({ title, reason }: { title: string; reason: string }) {
  return (
    <EmptyState
      isPage
      title={title}
      action={
        <Link href="/runs" className={buttonClass({ variant: 'primary' })}>
          All runs
        </Link>
      }
    >
      {reason}
    </EmptyState>
  );
}
