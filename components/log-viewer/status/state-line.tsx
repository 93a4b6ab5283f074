'use client';

import { cn } from '@/components/ui/cn';
import { ToneBadge } from '@/components/ui/tone-badge';
import { formatCount, formatQuantity } from '@/lib/format/number';
import { hasLineFilter } from '@/lib/reading/lines/line-filter-codec';
import { describeTail } from '../tail/tail-label';
import { usePoliteNews } from './use-polite-news';
import { useLogList } from '../list/log-list';

/** Says how many of how many lines are shown, and whether more are coming. */
export function StateLine() {
  const { run, view, source, live } = useLogList();
  const selection = source.filter;
  const { window, total, tailState, isTailed } = live;
  const { word, detail, tone } = describeTail({ run, tailState, isTailed, lastSeq: window.lastSeq });
  const news = usePoliteNews({ lineCount: total, errorCount: window.tailErrorCount, state: `${word} ${detail}` });
  const all = Math.max(run.lineCount, window.lastSeq);
  return (
    <div className="flex min-w-0 items-center gap-3 text-xs whitespace-nowrap">
      <span className={cn('text-muted', view.q !== undefined && 'max-sm:hidden')}>
        {selection.fold
          ? `${formatQuantity(total, 'row')}, repeats folded`
          : hasLineFilter(selection)
            ? `${formatCount(total)} of ${formatQuantity(all, 'line')}`
            : formatQuantity(all, 'line')}
      </span>
      <ToneBadge tone={tone} shape={tone === 'status-run' ? 'spinner' : undefined}>
        <span className="font-semibold">{word}</span>
        {detail && <span className="font-normal">{detail}</span>}
      </ToneBadge>
      <span className="sr-only" role="status" aria-label="New lines">
        {news}
      </span>
    </div>
  );
}
