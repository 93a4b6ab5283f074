import type { RunDetail } from '@/lib/runs/schema';
import { isOpen } from '@/lib/runs/status';
import { expectedEnd } from '@/lib/runs/usual-duration';
import type { RunTimeline } from '@/lib/analysis/timeline/schema';
import { roundUpEnd } from './time-axis';

export type MapClock = {
  /** In milliseconds of the timeline; the end of a run that has ended. */
  nowMs: number;
  /** Where the whole axis ends: of an open run with some room, or it would move with every second. */
  endMs: number;
  expectedEndMs: number | null;
  isRunOpen: boolean;
};

type RunFacts = Pick<RunDetail, 'status' | 'startedAt' | 'usualDuration'>;
type TimelineFacts = Pick<RunTimeline, 'startedAt' | 'durationMs'>;

/** Of an open run time goes on from what the server said, `sinceMs` ago, so that a wrong clock here does no harm. */
export function buildMapClock(run: RunFacts, timeline: TimelineFacts, sinceMs: number): MapClock {
  const { durationMs, startedAt } = timeline;
  if (!isOpen(run.status)) {
    return { nowMs: durationMs, endMs: Math.max(1, durationMs), expectedEndMs: null, isRunOpen: false };
  }
  const nowMs = durationMs + Math.max(0, sinceMs);
  const expected = expectedEnd(run);
  const expectedEndMs = expected === null ? null : Date.parse(expected) - Date.parse(startedAt);
  return { nowMs, endMs: Math.max(roundUpEnd(nowMs), expectedEndMs ?? 0), expectedEndMs, isRunOpen: true };
}
