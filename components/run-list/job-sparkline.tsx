'use client';

import Link from 'next/link';
import { memo } from 'react';
import { moveAlongLinks } from '@/components/ui/move-along-links';
import { cn } from '@/components/ui/cn';
import { TONE_CLASSES } from '@/components/ui/tone';
import { formatDuration } from '@/lib/format/duration';
import { formatCount, formatQuantity } from '@/lib/format/number';
import { runPath } from '@/lib/runs/run-path';
import type { JobHistory } from '@/lib/runs/schema';
import { RUN_STATUSES } from '@/lib/runs/status';
import { RUN_STATUS_LOOK } from '@/lib/runs/status-look';
import { HISTORY_LOOK } from './history-look';

type HistoryRun = JobHistory['runs'][number];
type JobSparklineProps = { runs: readonly HistoryRun[]; runId: string };

/** The job's last runs, newest at the right, each a link; the row's own run is marked. Memoised: most refreshes change none. */
export const JobSparkline = memo(function JobSparkline({ runs, runId }: JobSparklineProps) {
  if (runs.length === 0) return <span className="text-faint">–</span>;
  const summary = describeHistory(runs);
  return (
    <div title={summary}>
      <span className="sr-only">{summary}</span>
      <ul
        aria-label="Last runs of the job"
        className="flex h-6 w-25 justify-end @max-4xl:w-12.5"
        onKeyDown={moveAlongLinks}
      >
        {runs.map((run, index) => (
          <li key={run.runId} className="flex @max-4xl:nth-last-[n+11]:hidden">
            <HistoryBar run={run} isOwn={run.runId === runId} isTabStop={index === runs.length - 1} />
          </li>
        ))}
      </ul>
    </div>
  );
});

function HistoryBar({ run, isOwn, isTabStop }: { run: HistoryRun; isOwn: boolean; isTabStop: boolean }) {
  const { label, tone } = RUN_STATUS_LOOK[run.status];
  const { heightPercent, isHollow } = HISTORY_LOOK[run.status];
  const name = `#${run.number} ${label.toLowerCase()}${run.durationMs === null ? '' : `, ${formatDuration(run.durationMs)}`}`;
  return (
    <Link
      href={runPath(run.runId)}
      prefetch={false}
      aria-label={name}
      aria-current={isOwn ? 'true' : undefined}
      title={name}
      tabIndex={isTabStop ? undefined : -1}
      className={cn(
        'flex h-6 w-1.25 items-end border-b-2 pr-px hover:bg-selected',
        isOwn ? 'border-fg' : 'border-transparent',
        TONE_CLASSES[tone].text,
      )}
    >
      <span
        style={{ height: `${heightPercent}%` }}
        className={cn('w-full rounded-t-[1px]', isHollow ? 'border border-current' : 'bg-current')}
      />
    </Link>
  );
}

/** `Last 20 runs: 17 succeeded, 3 failed` */
function describeHistory(runs: readonly HistoryRun[]): string {
  const parts = RUN_STATUSES.map((status) => ({
    label: RUN_STATUS_LOOK[status].label.toLowerCase(),
    count: runs.filter((run) => run.status === status).length,
  })).filter(({ count }) => count > 0);
  const counts = parts.map(({ label, count }) => `${formatCount(count)} ${label}`).join(', ');
  return `Last ${formatQuantity(runs.length, 'run')}: ${counts}`;
}
