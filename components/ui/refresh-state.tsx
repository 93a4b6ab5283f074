'use client';

import { cn } from './cn';
import { useNow } from './use-now';
import { useTimeZone } from './use-time-zone';
import { formatBeside } from '@/lib/format/date-time';

/** After three refreshes without an answer the list is not live any more, though a server that hangs gives no error. */
const SILENT_AFTER_MS = 10_000;

type RefreshStateProps = { isFailed: boolean; isSignedOut: boolean; updatedAtMs: number };

/** Says that the list is live, or since when it is not; never silent about an outage. */
export function RefreshState({ isFailed, isSignedOut, updatedAtMs }: RefreshStateProps) {
  const zone = useTimeZone();
  const now = useNow(1000);
  const isLive = !isFailed && (now === null || now - updatedAtMs < SILENT_AFTER_MS);
  const since = formatBeside(updatedAtMs, now ?? updatedAtMs, zone);
  return (
    <p role="status" className={cn('flex items-center gap-1.5 text-xs', isLive ? 'text-muted' : 'text-danger')}>
      <span aria-hidden className={cn('size-2 rounded-full border border-current', isLive && 'bg-status-ok')} />
      {isLive && 'Live'}
      {isSignedOut && `Signed out; not updating since ${since}`}
      {!isLive && !isSignedOut && `Not updating since ${since}, retrying`}
    </p>
  );
}
