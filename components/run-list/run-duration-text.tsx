'use client';

import { useNow } from '@/components/ui/use-now';
import { formatDuration, formatTickingDuration } from '@/lib/format/duration';
import { runDuration } from '@/lib/runs/run-duration';
import type { RunSummary } from '@/lib/runs/schema';

/** A step so long that runs which have ended are not drawn again each second. */
const NEVER_MS = 86_400_000;

export function RunDurationText({ run }: { run: RunSummary }) {
  const now = useNow(run.status === 'running' ? 1000 : NEVER_MS);
  const duration = runDuration(run, now);
  if (!duration) return <span className="text-faint">–</span>;
  if (duration.kind === 'ticking') return <span>{formatTickingDuration(duration.durationMs)}</span>;
  if (duration.kind === 'exact') return <span>{formatDuration(duration.durationMs)}</span>;
  return (
    <span title="No end was seen; this is the time until it was last heard of">
      ≥ {formatDuration(duration.durationMs)}
    </span>
  );
}
