'use client';

import { useTimeZone } from '@/components/ui/use-time-zone';
import { cn } from '@/components/ui/cn';
import { formatClock } from '@/lib/format/date-time';
import { FetchError } from '@/lib/http/fetch-json';

type RefreshStateProps = { error: Error | null; updatedAtMs: number };

/** Says that the list is live, or since when it is not; never silent about an outage. */
export function RefreshState({ error, updatedAtMs }: RefreshStateProps) {
  const zone = useTimeZone();
  const since = formatClock(updatedAtMs, zone);
  return (
    <p role="status" className={cn('flex items-center gap-1.5 text-xs', error ? 'text-danger' : 'text-muted')}>
      <span aria-hidden className={cn('size-2 rounded-full border border-current', !error && 'bg-status-ok')} />
      {error ? describe(error, since) : 'Live'}
    </p>
  );
}

function describe(error: Error, since: string) {
  if (error instanceof FetchError && error.status === 401) return `Signed out; not updating since ${since}`;
  return `Not updating since ${since}, retrying`;
}
