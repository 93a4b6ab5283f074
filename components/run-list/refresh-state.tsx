'use client';

import { cn } from '@/components/ui/cn';
import { useNow } from '@/components/ui/use-now';
import { useTimeZone } from '@/components/ui/use-time-zone';
import { formatBeside } from '@/lib/format/date-time';
import { FetchError } from '@/lib/http/fetch-json';

/** After three refreshes without an answer the list is not live any more, though a server that hangs gives no error. */
const SILENT_AFTER_MS = 10_000;

type RefreshStateProps = { error: Error | null; updatedAtMs: number };

/** Says that the list is live, or since when it is not; never silent about an outage. */
export function RefreshState({ error, updatedAtMs }: RefreshStateProps) {
  const zone = useTimeZone();
  const now = useNow(1000);
  const isLive = !error && (now === null || now - updatedAtMs < SILENT_AFTER_MS);
  const isSignedOut = error instanceof FetchError && error.status === 401;
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
