import { latestResults } from './device-results';
import type { Device } from './fleet';
import { judgeRun, type Verdict } from './judge-run';
import { cancelledEvents, rejectedPushEvents, tailEvents, type FrameScene } from './run-frame';
import { isoTime, type DeviceEvent, type EndEvent, type LineEvent, type PlannedEvent } from './simulated-run';

/** Where a cancelled or silent run breaks off, as a share of its duration. */
const BREAK_SHARE = 0.6;

export type Finish = { events: PlannedEvent[]; verdict: Verdict | null };

const lastMs = (events: readonly PlannedEvent[]): number => events.at(-1)?.atMs ?? 0;

function breakOff(events: readonly PlannedEvent[]): PlannedEvent[] {
  const startMs = events[0]?.atMs ?? 0;
  const breakMs = startMs + (lastMs(events) - startMs) * BREAK_SHARE;
  return events.filter((event) => event.atMs < breakMs);
}

export function finishNormally(frame: FrameScene, events: readonly PlannedEvent[]): Finish {
  const verdict = judgeRun([...latestResults(events).values()]);
  const tail = tailEvents({ ...frame, bad: verdict.badCount, summary: verdict.summary }, lastMs(events));
  return { events: [...events, ...tail], verdict };
}

export function finishRejected(frame: FrameScene, events: readonly PlannedEvent[]): Finish {
  const verdict = judgeRun([...latestResults(events).values()]);
  const summary = `push to origin/main rejected; ${verdict.summary}`;
  return {
    events: [...events, ...rejectedPushEvents(frame, lastMs(events))],
    verdict: { ...verdict, status: 'failed', summary },
  };
}

/** Breaks off in the middle of the work without any end: no verdict will ever be sent. */
export const finishSilently = (events: readonly PlannedEvent[]): Finish => ({
  events: breakOff(events),
  verdict: null,
});

/** Breaks off, says so, and skips every device that has no result yet. */
export function finishCancelled(devices: readonly Device[], events: readonly PlannedEvent[]): Finish {
  const kept = breakOff(events);
  const results = latestResults(kept);
  const atMs = lastMs(kept) + 200;
  const skipped = devices
    .filter(
      (device) => (results.get(device.name)?.result.status ?? 'pending') === 'running' || !results.has(device.name),
    )
    .map(({ name }): DeviceEvent => {
      const startedAt = results.get(name)?.result.startedAt;
      const result = {
        status: 'skipped',
        cause: 'run cancelled',
        ...(startedAt && { startedAt, finishedAt: isoTime(atMs) }),
      } as const;
      return { kind: 'device', atMs, device: name, result };
    });
  const all = [...kept, ...skipped, ...cancelledEvents(atMs)];
  const verdict = judgeRun([...latestResults(all).values()]);
  return {
    events: all,
    verdict: { ...verdict, status: 'cancelled', summary: `cancelled by j.weber; ${verdict.summary}` },
  };
}

/** The run's end as it is reported; lines withheld later are declared all the same, which is how they are missed. */
export function endEvent(events: readonly (LineEvent | DeviceEvent)[], verdict: Verdict): EndEvent {
  const atMs = (events.at(-1)?.atMs ?? 0) + 5;
  const declaredLineCount = events.filter((event) => event.kind === 'line').length;
  const end = { status: verdict.status, finishedAt: isoTime(atMs), resultText: verdict.summary, declaredLineCount };
  return { kind: 'end', atMs, end };
}
