'use client';

import { RelativeTime } from '@/components/ui/relative-time';
import { ToneBadge } from '@/components/ui/tone-badge';
import { useNow } from '@/components/ui/use-now';
import type { JobSchedule } from '@/lib/analysis/jobs/schema';
import { isLate } from '@/lib/analysis/jobs/sort-jobs';
import { MINUTE_MS } from '@/lib/format/time-units';

/** When the next run is due and what says so; nothing is claimed of a job whose starts follow no schedule. */
export function NextRun({ schedule }: { schedule: JobSchedule | null }) {
  const now = useNow(MINUTE_MS);
  if (!schedule) return <span className="text-faint">irregular</span>;
  const { text, zone, explained, total, nextAt } = schedule;
  const proof = `${text} ${zone}, ${explained} of ${total}`;
  return (
    <div className="min-w-0" title={`${proof} starts of the last 30 days`}>
      {now !== null && isLate({ schedule }, now) ? (
        <ToneBadge tone="status-warn" shape="clock">
          <span>
            Late, due <RelativeTime time={nextAt} />
          </span>
        </ToneBadge>
      ) : (
        <RelativeTime time={nextAt} />
      )}
      <p className="truncate text-xs text-muted">{proof}</p>
    </div>
  );
}
