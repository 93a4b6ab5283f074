import type { PhaseTimes } from '../wire';
import type { DeviceStory } from './device-story';
import { isoTime, type DeviceEvent, type PlannedEvent } from './simulated-run';
import type { Device } from './fleet';

/** Sets a device's story in time: its lines, and its result with the times of each phase. */
export function playDevice(
  device: Device,
  story: DeviceStory,
  startMs: number,
): { events: PlannedEvent[]; endMs: number } {
  const startedAt = isoTime(startMs);
  const running: DeviceEvent = {
    kind: 'device',
    atMs: startMs,
    device: device.name,
    result: { status: 'running', startedAt },
  };
  const events: PlannedEvent[] = [running];
  const phases: PhaseTimes[] = [];
  let atMs = startMs;
  for (const { phase, ...draft } of story.steps) {
    const beganMs = atMs;
    atMs += draft.takesMs;
    events.push({ kind: 'draft', atMs, draft, device: device.name, phase });
    const current = phases.at(-1);
    if (current?.phase === phase) current.finishedAt = isoTime(atMs);
    else phases.push({ phase, startedAt: isoTime(beganMs), finishedAt: isoTime(atMs), status: 'succeeded' });
  }
  const last = phases.at(-1);
  if (last && story.cause !== undefined) last.status = story.status;
  const result = {
    status: story.status,
    startedAt,
    finishedAt: isoTime(atMs),
    phases,
    ...(story.cause && { cause: story.cause }),
  };
  events.push({ kind: 'device', atMs, device: device.name, result });
  return { events, endMs: atMs };
}
