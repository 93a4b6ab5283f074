'use client';

import { formatExact, formatMinute } from '@/lib/format/date-time';
import { formatRelativeTime } from '@/lib/format/relative-time';
import { DAY_MS } from '@/lib/format/time-units';
import { useNow } from './use-now';
import { useTimeZone } from './use-time-zone';

/** Times further away are shown as dates, which say more than "37d ago" or "in 26,000d" (a wrong clock). */
const RELATIVE_FOR_MS = 30 * DAY_MS;

/** `5m ago`, exact with the viewer's zone and UTC on hover. The server writes an old date in UTC; the browser takes over. */
export function RelativeTime({ time, className }: { time: string; className?: string }) {
  const zone = useTimeZone();
  const now = useNow(1000);
  const timeMs = Date.parse(time);
  const isOld = now === null || Math.abs(now - timeMs) > RELATIVE_FOR_MS;
  return (
    <time dateTime={time} title={formatExact(timeMs, zone)} className={className}>
      {isOld ? formatMinute(timeMs, zone) : formatRelativeTime(timeMs, now)}
    </time>
  );
}
