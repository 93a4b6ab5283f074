'use client';

import { useNow } from '@/components/ui/use-now';
import { formatDuration, formatTickingDuration } from '@/lib/format/duration';
import { runDuration } from '@/lib/runs/run-duration';
import type { RunSummary } from '@/lib/runs/schema';

/** A running run's duration goes on by the second; without an end it is at least what is known. */
export function RunDurationFact({ run }: { run: RunSummary }) {
  const duration = runDuration(run, useNow(1000));
  if (!duration) return '–';
  const { durationMs, kind } = duration;
  if (kind === 'ticking') return formatTickingDuration(durationMs);
  return kind === 'exact' ? formatDuration(durationMs) : `at least ${formatDuration(durationMs)}`;
}
