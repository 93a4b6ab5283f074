import { DAY_MS, MINUTE_MS } from '@/lib/format/time-units';
import { offsetAt } from '@/lib/format/zone-offset';

export const DAY_MINUTES = 1440;

/** What calendars and clocks of a zone show: days since 1970-01-01, and minutes since that day's midnight. */
export type WallTime = { day: number; minute: number };

export function toWallTime(timeMs: number, zone: string): WallTime {
  const wallMs = timeMs + offsetAt(timeMs, zone);
  const day = Math.floor(wallMs / DAY_MS);
  return { day, minute: Math.floor((wallMs - day * DAY_MS) / MINUTE_MS) };
}

/**
 * The moment at which clocks of the zone show that time: the first of two where clocks are put back, and as much later
 * as clocks are put forward where they leave it out.
 */
export function fromWallTime({ day, minute }: WallTime, zone: string): number {
  const wallMs = day * DAY_MS + minute * MINUTE_MS;
  const before = offsetAt(wallMs - DAY_MS, zone);
  const first = wallMs - before;
  const after = offsetAt(first, zone);
  if (after === before) return first;
  const second = wallMs - after;
  return offsetAt(second, zone) === after ? second : first;
}

/** 0 is Sunday, as in Date; 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

export type MonthDay = { month: number; date: number; lastDate: number };

/** The day within its month; `month` counts from year 0, so that the next month is one more. */
export function monthDayOf(day: number): MonthDay {
  const date = new Date(day * DAY_MS);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return {
    month: year * 12 + month,
    date: date.getUTCDate(),
    lastDate: new Date(Date.UTC(year, month + 1, 0)).getUTCDate(),
  };
}
