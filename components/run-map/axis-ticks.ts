import { formatClock, formatClockMs, formatDateTime } from '@/lib/format/date-time';
import { formatDuration } from '@/lib/format/duration';
import { msToPx, type TimeAxis } from './time-axis';

export type Tick = { ms: number; px: number; text: string };

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** What people count in. */
const STEPS_MS = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12].map((count) => count * HOUR),
  ...[1, 2, 7, 14, 28].map((count) => count * DAY),
];
/** Room for `02:14:07.120` and a gap. */
const TICK_PX = 92;

/** A text ends before a fold begins, and before the axis ends. */
const TEXT_PX = 72;

type TickOptions = {
  /** Epoch milliseconds of the axis' zero. */
  zeroMs: number;
  zone: string;
  /** `clock`: times of day; `elapsed`: since the start. */
  mode: 'clock' | 'elapsed';
};

/** Round times for the parts that are not folded; each stands at least `TICK_PX` behind the one before. */
export function buildTicks(axis: TimeAxis, { zeroMs, zone, mode }: TickOptions): Tick[] {
  const open = axis.parts.filter((part) => !part.isFold);
  const pxPerMs = Math.max(...open.map((part) => (part.endPx - part.startPx) / (part.endMs - part.startMs)));
  const wantedMs = TICK_PX / pxPerMs;
  const step = STEPS_MS.find((each) => each >= wantedMs) ?? Math.ceil(wantedMs / (28 * DAY)) * 28 * DAY;
  const shiftMs = mode === 'clock' ? zeroMs + zoneOffset(zeroMs, zone) : 0;
  const ticks: Tick[] = [];
  for (const part of open) {
    let ms = Math.ceil((part.startMs + shiftMs) / step) * step - shiftMs;
    for (; ms <= part.endMs; ms += step) {
      const px = msToPx(axis, ms);
      const isTooNear = px - (ticks.at(-1)?.px ?? -TICK_PX) < TICK_PX - 1;
      if (isTooNear || px > part.endPx - TEXT_PX) continue;
      ticks.push({ ms, px, text: mode === 'clock' ? clockText(zeroMs + ms, { zone, step }) : elapsedText(ms) });
    }
  }
  return ticks;
}

/** Milliseconds that clocks of the zone are ahead of UTC. */
function zoneOffset(timeMs: number, zone: string): number {
  const inZone = Date.parse(`${formatDateTime(timeMs, zone).replace(' ', 'T')}Z`);
  return inZone - Math.floor(timeMs / SECOND) * SECOND;
}

function clockText(timeMs: number, { zone, step }: { zone: string; step: number }): string {
  if (step >= DAY) return formatDateTime(timeMs, zone).slice(5, 10);
  if (step >= MINUTE) return formatClock(timeMs, zone).slice(0, 5);
  return step >= SECOND ? formatClock(timeMs, zone) : formatClockMs(timeMs, zone);
}

const elapsedText = (ms: number): string => `${ms < 0 ? '−' : '+'}${formatDuration(Math.abs(ms))}`;
