import { DAY_MS } from '@/lib/format/time-units';
import type { LineDraft } from '@/lib/store/chunks/line-draft';

/** A device with an unset clock writes 1970 or 2106: the line keeps such a time, but it does not count for its run. */
const EARLIEST_MS = Date.UTC(2000, 0, 1);

export type TimeSpan = {
  /** The time span of the lines in milliseconds since 1970, without clocks that are more than a day off. */
  fromMs: number;
  toMs: number;
  /** True when some line lies more than a day from another one, or more than a day after its receipt. */
  isScattered: boolean;
};

/** When a line was written as far as it can be believed: nothing is written after its receipt, nor before there was anything to write it. */
export const believedMs = (ms: number, receivedMs: number): number =>
  ms > receivedMs || ms < EARLIEST_MS ? receivedMs : ms;

/**
 * From the earliest to the latest time within a day of the median; lines with unbelievable times count at their
 * receipt.
 */
export function timeSpan(lines: readonly LineDraft[], receivedMs: number): TimeSpan {
  let lowMs = Infinity;
  let highMs = -Infinity;
  for (const { time } of lines) {
    if (time.ms < lowMs) lowMs = time.ms;
    if (time.ms > highMs) highMs = time.ms;
  }
  const isScattered = highMs - lowMs > DAY_MS || highMs > receivedMs + DAY_MS || lowMs < EARLIEST_MS;
  if (!isScattered) return { fromMs: Math.min(lowMs, receivedMs), toMs: Math.min(highMs, receivedMs), isScattered };
  const times = sortedTimes(
    lines.map(({ time }) => time.ms).filter((ms) => ms >= EARLIEST_MS),
    receivedMs,
  );
  const medianMs = medianOf(times) ?? receivedMs;
  const near = times.filter((ms) => Math.abs(ms - medianMs) <= DAY_MS);
  return { fromMs: near[0] ?? receivedMs, toMs: near.at(-1) ?? receivedMs, isScattered };
}

/** Devices whose lines lie, by their median, more than a day away from those of the others, and by how many seconds; negative is behind. */
export function clockSkews(lines: readonly LineDraft[], { fromMs, toMs }: TimeSpan): Map<string, number> {
  const byDevice = new Map<string, number[]>();
  for (const { device, time } of lines) {
    if (device === '') continue;
    const times = byDevice.get(device);
    if (times) times.push(time.ms);
    else byDevice.set(device, [time.ms]);
  }
  const skews = new Map<string, number>();
  for (const [device, times] of byDevice) {
    const medianMs = medianOf(Float64Array.from(times).sort()) ?? toMs;
    const offMs = medianMs < fromMs ? medianMs - fromMs : Math.max(0, medianMs - toMs);
    if (Math.abs(offMs) > DAY_MS) skews.set(device, Math.round(offMs / 1000));
  }
  return skews;
}

const sortedTimes = (times: readonly number[], receivedMs: number): Float64Array =>
  Float64Array.from(times, (ms) => Math.min(ms, receivedMs)).sort();

/** The later of two middle times: of two clocks, the one behind is wrong more often. */
const medianOf = (sorted: Float64Array): number | undefined => sorted[sorted.length >> 1];
