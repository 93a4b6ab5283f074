import { DAY_MS } from '@/lib/format/time-units';
import { zoneOffsetMs, type Zone } from './time-zone';

/** `ms` since 1970 and 0 to 999 µs more. */
export type Instant = { ms: number; us: number };

/** What a clock shows: digits as they were written, month from 1; a time without a year gets one from the receipt. */
export type ClockTime = {
  year: number | null;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  fraction: string;
  zone: Zone;
};

/** Years outside come from unusable clocks, such as Go's zero time 0001-01-01. */
const MIN_MS = Date.UTC(1900, 0, 1);
const MAX_MS = Date.UTC(10_000, 0, 1) - 1;

export const isStorable = (ms: number): boolean => ms >= MIN_MS && ms <= MAX_MS;

/**
 * The instant a clock means, cut to microseconds; null when there is no such date or time. A time without a year is
 * the latest one that is not more than a week after `receivedMs`: December's lines, read in January, are last year's.
 */
export function toInstant(clock: ClockTime, receivedMs: number | undefined): Instant | null {
  if (clock.year !== null) return instantIn(clock, clock.year);
  if (receivedMs === undefined) return null;
  const thisYear = new Date(receivedMs).getUTCFullYear();
  // 29 February is found up to eight years back.
  for (let year = thisYear + 1; year > thisYear - 8; year -= 1) {
    const instant = instantIn(clock, year);
    if (instant && instant.ms <= receivedMs + 7 * DAY_MS) return instant;
  }
  return null;
}

function instantIn(clock: ClockTime, year: number): Instant | null {
  const { month, day, hour, minute, second, fraction, zone } = clock;
  const isMidnight24 = hour === 24 && minute === 0 && second === 0 && !/[1-9]/.test(fraction);
  // 60 is a leap second; it becomes the next second, as POSIX time has it.
  if (month < 1 || month > 12 || day < 1 || minute > 59 || second > 60 || year < 1900) return null;
  if (hour > 23 && !isMidnight24) return null;
  const midnight = Date.UTC(year, month - 1, day);
  if (new Date(midnight).getUTCDate() !== day) return null;
  const micros = Number(fraction.padEnd(6, '0').slice(0, 6));
  const local = midnight + ((hour * 60 + minute) * 60 + second) * 1000;
  const ms = local + Math.floor(micros / 1000) - zoneOffsetMs(zone, local);
  return isStorable(ms) ? { ms, us: micros % 1000 } : null;
}
