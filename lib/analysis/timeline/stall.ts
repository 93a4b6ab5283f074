import { sumOfLevels } from '@/lib/store/chunks/level';
import { isOpen, type RunStatus } from '@/lib/runs/status';
import type { DeviceLane } from './schema';

/**
 * A device's work from start to end, in milliseconds of the timeline, and the shortest pause that counts as a stall.
 */
export type DeviceWork = { device: string; startMs: number; endMs: number; limitMs: number };

const LEAST_MS = 10_000;
const LEAST_SHARE = 0.1;
/** Times the mean pause: a device that writes a line every 20 s has not stalled after 30. */
const MEANS = 3;

/**
 * How long a device must be silent to have stalled: 10 s, and a tenth of its time at work, and three times the mean
 * pause between its lines. The last rule means that fewer than three lines have no rhythm to stand out from.
 */
export function stallLimitMs(workMs: number, lineCount: number): number {
  return Math.max(LEAST_MS, workMs * LEAST_SHARE, (MEANS * workMs) / (lineCount + 1));
}

/** The devices that were at work for long enough to have stalled; one that is at work still, until now. */
export function devicesAtWork(
  lanes: readonly DeviceLane[],
  { status, durationMs }: { status: RunStatus; durationMs: number },
): DeviceWork[] {
  return lanes.flatMap(({ device, startMs, endMs, levelCounts, ...lane }) => {
    const untilMs = endMs ?? (isOpen(status) && lane.status === 'running' ? durationMs : null);
    if (startMs === null || untilMs === null) return [];
    const workMs = untilMs - startMs;
    const lineCount = sumOfLevels(levelCounts);
    const limitMs = Math.ceil(stallLimitMs(workMs, lineCount));
    return workMs >= limitMs ? [{ device, startMs, endMs: untilMs, limitMs }] : [];
  });
}
