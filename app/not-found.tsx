import Link from 'next/link';
import { ComeAlive } from '@/components/shell/early-input/come-alive';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

export default function NotFound() {
  return (
    <main>
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        title="There is nothing at this address"
        action={
          <Link href="/runs" className={buttonClass({ variant: 'primary' })}>
            All runs
          </Link>
        }
      >
        The link may be wrong, or what it led to was deleted.
      </EmptyState>
      <ComeAlive />
    </main>
  );
}
