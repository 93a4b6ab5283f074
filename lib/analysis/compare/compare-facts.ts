import { LEVELS } from '@/lib/store/chunks/level';
import { runDuration } from '@/lib/runs/run-duration';
import type { RunSummary } from '@/lib/runs/schema';
import { DEVICE_STATUSES } from '@/lib/runs/status';
import type { RunComparison } from './schema';

/** The difference of two runs. A run without an end has no duration to compare. */
export function compareFacts(before: RunSummary, now: RunSummary): RunComparison['difference'] {
  const beforeMs = exactDurationMs(before);
  const nowMs = exactDurationMs(now);
  return {
    durationMs: beforeMs === null || nowMs === null ? null : nowMs - beforeMs,
    lineCount: now.lineCount - before.lineCount,
    levelCounts: differenceBy(LEVELS, before.levelCounts, now.levelCounts),
    deviceCounts: differenceBy(DEVICE_STATUSES, before.deviceCounts, now.deviceCounts),
  };
}

function exactDurationMs(run: RunSummary): number | null {
  const duration = runDuration(run, null);
  return duration?.kind === 'exact' ? Math.round(duration.durationMs) : null;
}

function differenceBy<Key extends string>(
  keys: readonly Key[],
  before: Record<Key, number>,
  now: Record<Key, number>,
): Record<Key, number> {
  return Object.fromEntries(keys.map((key) => [key, now[key] - before[key]])) as Record<Key, number>;
}
