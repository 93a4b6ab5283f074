import { HOUR_MS, MINUTE_MS } from '@/lib/format/time-units';
import { isInOutage, type Outage, type Schedule, type StartHistory } from './schedule';

/** Longer intervals are times of the day: they keep the clock's time when clocks are changed. */
const MAX_INTERVAL_MS = 6 * HOUR_MS;
/** Fewer gaps between starts are no proof. */
const MIN_GAPS = 6;
/** How many of the latest starts are looked at, the most first: a schedule that was changed is seen in fewer. */
const WINDOWS = [200, 100, 50, 25, 13, 7];
/** Share of the starts that must be where the interval says. */
const MIN_EXPLAINED = 0.75;
/** A gap of more intervals is a pause. */
const PAUSE = 4;
const MIN_GRACE_MS = 5 * MINUTE_MS;

/** `every 15 minutes`; null where the starts have no such interval, or pause again and again as at night. */
export function learnInterval(history: StartHistory): Schedule | null {
  const starts = [...history.startsMs].sort((one, other) => one - other);
  const sizes = new Set(WINDOWS.map((size) => Math.min(size, starts.length)));
  for (const size of sizes) {
    const schedule = fitInterval(starts.slice(-size), starts, history);
    if (schedule) return schedule;
  }
  return null;
}

function fitInterval(
  starts: readonly number[],
  all: readonly number[],
  { outages, nowMs }: StartHistory,
): Schedule | null {
  const gaps = gapsOf(starts);
  const everyMs = Math.max(1, Math.round(medianOf(gaps) / MINUTE_MS)) * MINUTE_MS;
  if (gaps.length < MIN_GAPS || everyMs > MAX_INTERVAL_MS) return null;
  const toleranceMs = Math.max(MINUTE_MS, 0.15 * everyMs);
  if (countPauses(all, { everyMs, toleranceMs }, outages) > 1) return null;

  const phaseMs = findPhase(starts, everyMs, toleranceMs);
  const isOnTime = (start: number, at: number) =>
    phaseMs === null
      ? at === 0 || Math.abs(start - (starts[at - 1] ?? 0) - everyMs) <= toleranceMs
      : distanceTo(start, phaseMs, everyMs) <= toleranceMs;
  const explained = starts.filter(isOnTime).length;
  if (explained < MIN_EXPLAINED * starts.length) return null;

  const last = starts.at(-1) ?? nowMs;
  let nextAtMs = phaseMs === null ? last + everyMs : nextInPhase(last + toleranceMs, phaseMs, everyMs);
  while (nextAtMs < nowMs && isInOutage(nextAtMs, outages)) nextAtMs += everyMs;
  return {
    kind: 'interval',
    text: `every ${intervalText(everyMs / MINUTE_MS)}`,
    zone: 'UTC',
    explained,
    total: starts.length,
    nextAtMs,
    lateAtMs: nextAtMs + Math.max(MIN_GRACE_MS, everyMs / 2),
  };
}

const gapsOf = (starts: readonly number[]): number[] => starts.slice(1).map((start, at) => start - (starts[at] ?? 0));

/** How often the starts paused and then went on at the same interval, as jobs do that rest at night. */
function countPauses(
  starts: readonly number[],
  { everyMs, toleranceMs }: { everyMs: number; toleranceMs: number },
  outages: readonly Outage[] = [],
): number {
  const gaps = gapsOf(starts);
  const isInterval = (gap = 0) => Math.abs(gap - everyMs) <= toleranceMs;
  return gaps.filter((gap, at) => {
    if (gap <= PAUSE * everyMs || !isInterval(gaps[at - 1]) || !isInterval(gaps[at + 1])) return false;
    const [fromMs = 0, toMs = 0] = starts.slice(at, at + 2);
    return !outages.some((outage) => outage.fromMs < toMs && outage.toMs > fromMs);
  }).length;
}

/** Where in its interval most starts are, for a job that follows the clock; null for one that counts from its last start. */
function findPhase(starts: readonly number[], everyMs: number, toleranceMs: number): number | null {
  for (const start of starts.slice(-3)) {
    const near = starts.filter((other) => distanceTo(other, start, everyMs) <= toleranceMs);
    if (near.length < MIN_EXPLAINED * starts.length) continue;
    const offsets = near.map((other) => signedDistance(other, start, everyMs));
    return (((start + medianOf(offsets)) % everyMs) + everyMs) % everyMs;
  }
  return null;
}

/** How far a time is behind (negative: before) the nearest of those that are whole intervals away from `phaseMs`. */
function signedDistance(timeMs: number, phaseMs: number, everyMs: number): number {
  const over = (((timeMs - phaseMs) % everyMs) + everyMs) % everyMs;
  return over > everyMs / 2 ? over - everyMs : over;
}

const distanceTo = (timeMs: number, phaseMs: number, everyMs: number): number =>
  Math.abs(signedDistance(timeMs, phaseMs, everyMs));

const nextInPhase = (afterMs: number, phaseMs: number, everyMs: number): number =>
  phaseMs + (Math.floor((afterMs - phaseMs) / everyMs) + 1) * everyMs;

function intervalText(minutes: number): string {
  if (minutes % 60 !== 0) return minutes === 1 ? 'minute' : `${minutes} minutes`;
  return minutes === 60 ? 'hour' : `${minutes / 60} hours`;
}

/** The upper one of two in the middle; NaN without values. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
