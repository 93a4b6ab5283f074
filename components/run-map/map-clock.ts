import type { RunDetail } from '@/lib/runs/schema';
import { isOpen } from '@/lib/runs/status';
import { expectedEnd } from '@/lib/runs/usual-duration';
import type { RunTimeline } from '@/lib/analysis/timeline/schema';
import { roundUpEnd } from './time-axis';

export type MapClock = {
  /** In milliseconds of the timeline; the end of a run that has ended. */
  nowMs: number;
  /** End of the whole axis. An open run has some room behind now, or the axis would move every second. */
  endMs: number;
  expectedEndMs: number | null;
  isRunOpen: boolean;
};

type RunFacts = Pick<RunDetail, 'status' | 'startedAt' | 'usualDuration'>;
type TimelineFacts = Pick<RunTimeline, 'startedAt' | 'durationMs'>;

/**
 * The time of an open run counts on from the server's time, `sinceMs` ago, so that a wrong clock in the browser does no
 * harm.
 */
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
