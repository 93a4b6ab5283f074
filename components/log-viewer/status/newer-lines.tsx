'use client';

import { useEffect, useEffectEvent } from 'react';
import { Button } from '@/components/ui/button';
import { formatQuantity } from '@/lib/format/number';
import { isDerived } from '@/lib/reading/lines/line-filter-codec';
import { MAX_TAIL_LINES } from '@/lib/reading/lines/line-window';
import { useLogList } from '../list/log-list';

/**
 * Lines that arrive after a list was made are added behind it unfolded and without neighbours: changing rows while they
 * are read would confuse. The list is made anew when the reader asks for it, or when more lines came than memory should
 * hold.
 */
export function NewerLines({ onReadAgain }: { onReadAgain: () => void }) {
  const { source, live } = useLogList();
  const count = isDerived(source.filter) ? live.window.tail.length : 0;
  const timesFull = Math.floor(count / MAX_TAIL_LINES);
  const readAgain = useEffectEvent(onReadAgain);
  useEffect(() => {
    if (timesFull > 0) readAgain();
  }, [timesFull]);
  if (count === 0) return null;
  return (
    <div className="flex min-w-0 items-center gap-2 text-xs text-muted">
      <span className="truncate">
        {formatQuantity(count, 'newer line')}, {source.filter.fold ? 'not folded' : 'without neighbours'}
      </span>
      <Button size="sm" onClick={onReadAgain}>
        Read again
      </Button>
    </div>
  );
}
