'use client';

import { ArrowUp } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import { formatQuantity } from '@/lib/format/number';

/** Always there for screen readers to hear of new runs; visible only when there are some. */
export function NewRunsButton({ count, onShow }: { count: number; onShow: () => void }) {
  const region = useRef<HTMLDivElement>(null);
  function handleClick() {
    // The button disappears; without this the focus would fall back to the start of the page.
    region.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
    onShow();
  }
  return (
    <div ref={region} tabIndex={-1} aria-live="polite" className="outline-none">
      {count > 0 && (
        <Button variant="primary" size="sm" onClick={handleClick}>
          <ArrowUp aria-hidden className="size-3.5" />
          {formatQuantity(count, 'new run')}
        </Button>
      )}
    </div>
  );
}
