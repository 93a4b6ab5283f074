import { ComeAlive } from '@/components/shell/early-input/come-alive';
import { NotFoundPage } from '@/components/shell/not-found-page';

export default function NotFound() {
  return (
    <main>
      <NotFoundPage
        title="There is nothing at this address"
        reason="The link may be wrong, or what it led to was deleted."
      />
      <ComeAlive />
    </main>
  );
}
