'use client';

import { useTimeZone } from '@/components/ui/use-time-zone';
import { formatExact, formatMinute } from '@/lib/format/date-time';

/** `2026-11-22 02:14` in the viewer's zone: when two runs are compared, a date tells more than "9d ago". */
export function RunTime({ time }: { time: string }) {
  const zone = useTimeZone();
  const timeMs = Date.parse(time);
  return (
    <time dateTime={time} title={formatExact(timeMs, zone)} className="font-mono">
      {formatMinute(timeMs, zone)}
    </time>
  );
}
