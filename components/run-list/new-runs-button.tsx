'use client';

import { ArrowUp } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { formatQuantity } from '@/lib/format/number';

/** Always there for screen readers to hear of new runs; visible only when there are some. */
export function NewRunsButton({ count, onShow }: { count: number; onShow: () => void }) {
  return (
    <div aria-live="polite">
      {count > 0 && (
        <Button variant="primary" size="sm" onClick={onShow}>
          <ArrowUp aria-hidden className="size-3.5" />
          {formatQuantity(count, 'new run')}
        </Button>
      )}
    </div>
  );
}
