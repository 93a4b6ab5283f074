import Link from 'next/link';
import { ComeAlive } from '@/components/shell/early-input/come-alive';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

export default function RunNotFound() {
  return (
    <>
      <EmptyState
        title="There is no such run"
        action={
          <Link href="/runs" className={buttonClass({ variant: 'primary' })}>
            All runs
          </Link>
        }
      >
        <p>It was deleted, or the address is not complete.</p>
      </EmptyState>
      <ComeAlive />
    </>
  );
}
