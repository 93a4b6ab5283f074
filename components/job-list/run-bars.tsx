import Link from 'next/link';
import { cn } from '@/components/ui/cn';
import { moveAlongLinks } from '@/components/ui/move-along-links';
import { TONE_CLASSES } from '@/components/ui/tone';
import type { RecentRun } from '@/lib/analysis/jobs/schema';
import { formatDuration } from '@/lib/format/duration';
import { isOpen } from '@/lib/runs/status';
import { RUN_STATUS_LOOK } from '@/lib/runs/status-look';
import { runPath } from '@/lib/runs/run-path';

/** A run of a second is still seen beside one of an hour. */
const MIN_PERCENT = 15;

/** A job's last runs, the newest at the right: as tall as they were long, coloured by status; below those that did not succeed is a foot. */
export function RunBars({ runs }: { runs: readonly RecentRun[] }) {
  const longest = Math.max(1, ...runs.map(({ durationMs }) => durationMs ?? 0));
  return (
    <ul aria-label="Last runs" className="flex h-8 justify-end @max-4xl:justify-start" onKeyDown={moveAlongLinks}>
      {runs.map((run, index) => (
        <li key={run.runId} className="flex">
          <RunBar
            run={run}
            heightPercent={Math.max(MIN_PERCENT, ((run.durationMs ?? longest) / longest) * 100)}
            isTabStop={index === runs.length - 1}
          />
        </li>
      ))}
    </ul>
  );
}

type RunBarProps = { run: RecentRun; heightPercent: number; isTabStop: boolean };

function RunBar({ run: { runId, number, status, durationMs }, heightPercent, isTabStop }: RunBarProps) {
  const { label, tone } = RUN_STATUS_LOOK[status];
  const name = `#${number} ${label.toLowerCase()}${durationMs === null ? '' : `, ${formatDuration(durationMs)}`}`;
  const isHollow = isOpen(status) || durationMs === null;
  const hasFoot = status === 'failed' || status === 'partial' || status === 'stale';
  return (
    <Link
      href={runPath(runId)}
      prefetch={false}
      aria-label={name}
      title={name}
      tabIndex={isTabStop ? undefined : -1}
      className={cn('flex h-8 w-1.5 flex-col justify-end gap-px pr-px hover:bg-selected', TONE_CLASSES[tone].text)}
    >
      <span
        style={{ height: `${heightPercent}%` }}
        className={cn('w-full rounded-t-[1px]', isHollow ? 'border border-current' : 'bg-current')}
      />
      <span className={cn('h-0.75 w-full shrink-0', hasFoot && 'bg-current')} />
    </Link>
  );
}
