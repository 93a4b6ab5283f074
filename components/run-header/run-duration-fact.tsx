'use client';

import { useNow } from '@/components/ui/use-now';
import { formatDuration, formatTickingDuration } from '@/lib/format/duration';
import { runDuration, type RunDuration } from '@/lib/runs/run-duration';
import type { RunDetail } from '@/lib/runs/schema';
import { formatUsualDuration, isSlow } from '@/lib/runs/usual-duration';

/** The duration of a running run ticks by the second; without a known end it is shown as a minimum. */
export function RunDurationFact({ run }: { run: RunDetail }) {
  const duration = runDuration(run, useNow(1000));
  const usual = run.usualDuration;
  return (
    <>
      {duration ? durationText(duration) : '–'}
      {usual && (
        <span
          className="ml-1.5 text-muted"
          title={`Median and 90th percentile of the job’s last ${usual.runCount} runs before this one`}
        >
          usual {formatUsualDuration(usual)}
          {duration && isSlow(duration.durationMs, usual) && (
            <span className="ml-1 font-semibold text-status-warn">
              <span aria-hidden>▲</span>
              <span className="sr-only">slower than usual</span>
            </span>
          )}
        </span>
      )}
    </>
  );
}

function durationText({ durationMs, kind }: RunDuration): string {
  if (kind === 'ticking') return formatTickingDuration(durationMs);
  return kind === 'exact' ? formatDuration(durationMs) : `at least ${formatDuration(durationMs)}`;
}
