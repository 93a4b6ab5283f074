'use client';

import { cn } from '@/components/ui/cn';
import { useNow } from '@/components/ui/use-now';
import { formatDuration, formatTickingDuration } from '@/lib/format/duration';
import { DAY_MS } from '@/lib/format/time-units';
import { buildDurationBar, type DurationBar } from '@/lib/runs/duration-bar';
import { runDuration, type RunDuration } from '@/lib/runs/run-duration';
import type { RunSummary, UsualDuration } from '@/lib/runs/schema';

/** A step so long that ended runs are not drawn again each second. */
const NEVER_MS = DAY_MS;

type RunDurationCellProps = { run: RunSummary; usual: UsualDuration | null };

/** How long the run took, over a ghost of what its job usually takes (p50 to p90). */
export function RunDurationCell({ run, usual }: RunDurationCellProps) {
  const now = useNow(run.status === 'running' ? 1000 : NEVER_MS);
  const duration = runDuration(run, now);
  if (!duration) return <div className="px-1 text-right text-faint">–</div>;
  const bar = usual && buildDurationBar(duration.durationMs, usual);
  return (
    <div
      className="relative flex h-5 items-center justify-end px-1 @max-4xl:justify-start @max-4xl:px-0"
      title={describe(duration, usual)}
    >
      {bar && <Ghost bar={bar} />}
      <span className={cn('relative', bar?.isLong && 'font-medium text-status-warn')}>
        {bar?.isLong && <span aria-hidden>▲ </span>}
        {format(duration)}
        {bar?.isLong && usual && <span className="sr-only">, longer than usual ({formatUsual(usual)})</span>}
      </span>
    </div>
  );
}

/** Drawn at the foot of the cell, below the text: the usual span as a band, the run's own length as a line in it. */
function Ghost({ bar }: { bar: DurationBar }) {
  const { usualFromPercent, usualToPercent, takenPercent, isLong } = bar;
  return (
    <span aria-hidden className="absolute inset-x-0 -bottom-0.5 h-1.5">
      <span
        className="absolute inset-y-0 min-w-1 rounded-sm bg-line-strong"
        style={{ left: `${usualFromPercent}%`, width: `${usualToPercent - usualFromPercent}%` }}
      />
      <span
        className={cn('absolute top-0.5 left-0 h-0.5 rounded-full', isLong ? 'bg-status-warn' : 'bg-muted')}
        style={{ width: `${takenPercent}%` }}
      />
    </span>
  );
}

function format({ durationMs, kind }: RunDuration): string {
  if (kind === 'ticking') return formatTickingDuration(durationMs);
  return kind === 'exact' ? formatDuration(durationMs) : `≥ ${formatDuration(durationMs)}`;
}

const formatUsual = ({ medianMs, p90Ms }: UsualDuration): string =>
  `${formatDuration(medianMs)} to ${formatDuration(p90Ms)}`;

function describe({ kind }: RunDuration, usual: UsualDuration | null): string | undefined {
  const parts = [
    kind === 'at-least' && 'No end was reported; this is the time until the last sign of life.',
    usual && `Usual: ${formatUsual(usual)} (p50 to p90 of the last ${usual.runCount} that ended)`,
  ];
  return parts.filter(Boolean).join(' ') || undefined;
}
