import { ComeAlive } from '@/components/shell/early-input/come-alive';
import { NotFoundPage } from '@/components/shell/not-found-page';

export default function RunNotFound() {
  return (
    <>
      <NotFoundPage title="There is no such run" reason="It was deleted, or the address is not complete." />
      <ComeAlive />
    </>
  );
}
