import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** The page for an address without a page: what is missing, why that may be, and where to go. */
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
