import { formatCount } from '@/lib/format/number';
import { ERROR_LEVELS, sumOfLevels } from '@/lib/store/chunks/level';
import type { DeviceLane, PhaseSpan } from '@/lib/analysis/timeline/schema';

export const laneLineCount = ({ levelCounts }: Pick<DeviceLane, 'levelCounts'>): number => sumOfLevels(levelCounts);

/** ERROR and CRITICAL. */
export const errorCountOf = ({ levelCounts }: Pick<DeviceLane, 'levelCounts'>): number =>
  sumOfLevels(levelCounts, ERROR_LEVELS);

export const isAtWork = (lane: Pick<DeviceLane, 'status' | 'endMs'>): boolean =>
  lane.status === 'running' && lane.endMs === null;

/** How long a device has been at work; null when it has not begun, or when its end is not known. */
export function laneDuration(lane: DeviceLane, nowMs: number): number | null {
  const { startMs } = lane;
  if (startMs === null) return null;
  const endMs = lane.endMs ?? (isAtWork(lane) ? nowMs : null);
  return endMs === null ? null : Math.max(0, endMs - startMs);
}

/** At work for longer than it usually takes. */
export function isLaggard(lane: DeviceLane, nowMs: number): boolean {
  const tookMs = isAtWork(lane) ? laneDuration(lane, nowMs) : null;
  return tookMs !== null && lane.usualMs !== null && tookMs > lane.usualMs;
}

export type DrawnPhase = {
  /** Index in the timeline's phases. */
  phase: number;
  startMs: number;
  endMs: number;
  status: PhaseSpan[3];
  isOpen: boolean;
};

/**
 * Phases with an end each: a phase without one ends where the next phase begins or where its device ends; the last
 * phase of a device at work goes on.
 */
export function drawnPhases(lane: DeviceLane, nowMs: number): DrawnPhase[] {
  return lane.phases.map(([phase, startMs, end, status], at) => {
    const isOpen = end === null && isAtWork(lane) && at === lane.phases.length - 1;
    const endMs = end ?? (isOpen ? nowMs : (lane.phases[at + 1]?.[1] ?? lane.endMs ?? startMs));
    return { phase, startMs, endMs: Math.max(startMs, endMs), status, isOpen };
  });
}

/** How many days the device's clock is off; null for less than a day. */
export function clockText({ clockSkewSeconds }: Pick<DeviceLane, 'clockSkewSeconds'>): string | null {
  if (clockSkewSeconds === null) return null;
  const days = Math.round(Math.abs(clockSkewSeconds) / 86_400);
  return `clock ${formatCount(days)} d ${clockSkewSeconds < 0 ? 'behind' : 'ahead'}`;
}
