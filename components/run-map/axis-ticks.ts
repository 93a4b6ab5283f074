import { formatClockMs, formatDate } from '@/lib/format/date-time';
import { formatDuration } from '@/lib/format/duration';
import { offsetAt, shortOffset } from '@/lib/format/zone-offset';
import { msToPx, type TimeAxis } from './time-axis';

export type AxisTick = { ms: number; px: number; text: string };

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Steps between ticks: round numbers of the units that people count in. */
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
const CHARACTER_PX = 6.5;

type TickOptions = {
  /** Epoch milliseconds of the axis' zero. */
  zeroMs: number;
  zone: string;
  /** `clock`: times of day; `elapsed`: since the start. */
  mode: 'clock' | 'elapsed';
};

/** Round times for the parts that are not folded; each stands at least `TICK_PX` behind the one before. */
export function buildTicks(axis: TimeAxis, options: TickOptions): AxisTick[] {
  const open = axis.parts.filter((part) => !part.isFold);
  const pxPerMs = Math.max(...open.map((part) => (part.endPx - part.startPx) / (part.endMs - part.startMs)));
  const wantedMs = TICK_PX / pxPerMs;
  const step = STEPS_MS.find((each) => each >= wantedMs) ?? Math.ceil(wantedMs / (28 * DAY)) * 28 * DAY;
  const ticks: AxisTick[] = [];
  for (const part of open) {
    for (const ms of roundTimes(part, step, options)) {
      const px = msToPx(axis, ms);
      const before = ticks.at(-1);
      if (px - (before?.px ?? -TICK_PX) < TICK_PX - 1) continue;
      const text =
        options.mode === 'elapsed' ? elapsedText(ms) : clockText(ms, { ...options, step, beforeMs: before?.ms ?? 0 });
      if (px <= part.endPx - Math.max(TEXT_PX, text.length * CHARACTER_PX)) ticks.push({ ms, px, text });
    }
  }
  return ticks;
}

/** Multiples of `step` since the start, or by clocks of the zone, which may be put back or forward on the way. */
function* roundTimes({ startMs, endMs }: { startMs: number; endMs: number }, step: number, options: TickOptions) {
  const shiftAt = (ms: number) =>
    options.mode === 'clock' ? options.zeroMs + offsetAt(options.zeroMs + ms, options.zone) : 0;
  let last = -Infinity;
  for (let at = startMs; at <= endMs; at += step) {
    const ms = Math.ceil((at + shiftAt(at)) / step) * step - shiftAt(at);
    // When the offset changes within a step, the offset at the tick counts.
    const exact = Math.ceil((ms + shiftAt(ms)) / step) * step - shiftAt(ms);
    if (exact > last && exact >= startMs && exact <= endMs) yield exact;
    last = Math.max(last, exact);
  }
}

type ClockOptions = TickOptions & { step: number; beforeMs: number };

/** The date where a day begins, and the offset from where clocks were put back or forward. */
function clockText(ms: number, { zeroMs, zone, step, beforeMs }: ClockOptions): string {
  const timeMs = zeroMs + ms;
  const date = formatDate(timeMs, zone);
  const dateBefore = formatDate(zeroMs + beforeMs, zone);
  const shortDate = date.slice(0, 4) === formatDate(zeroMs, zone).slice(0, 4) ? date.slice(5) : date;
  if (step >= DAY) return shortDate;
  const clock = formatClockMs(timeMs, zone).slice(0, step >= MINUTE ? 5 : step >= SECOND ? 8 : 12);
  const isChange = offsetAt(timeMs, zone) !== offsetAt(zeroMs + beforeMs, zone);
  return [...(date === dateBefore ? [] : [shortDate]), clock, ...(isChange ? [shortOffset(timeMs, zone)] : [])].join(
    ' ',
  );
}

const elapsedText = (ms: number): string => `${ms < 0 ? '−' : '+'}${formatDuration(Math.abs(ms))}`;
