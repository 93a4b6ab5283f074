import { isOpen } from './status';
import type { RunSummary } from './schema';

export type RunDuration = {
  durationMs: number;
  /** `at-least`: no end is known, so the last sign of life counts as the end. */
  kind: 'exact' | 'ticking' | 'at-least';
};

/** How long a run took, or has taken by `nowMs`; null while it is queued, and while it runs and `nowMs` is not known. */
export function runDuration(
  run: Pick<RunSummary, 'status' | 'startedAt' | 'finishedAt' | 'lastReceivedAt'>,
  nowMs: number | null,
): RunDuration | null {
  const since = (endMs: number) => Math.max(0, endMs - Date.parse(run.startedAt));
  if (run.finishedAt) return { durationMs: since(Date.parse(run.finishedAt)), kind: 'exact' };
  if (run.status === 'queued') return null;
  if (!isOpen(run.status)) return { durationMs: since(Date.parse(run.lastReceivedAt)), kind: 'at-least' };
  return nowMs === null ? null : { durationMs: since(nowMs), kind: 'ticking' };
}
