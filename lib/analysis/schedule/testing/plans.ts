import { DAY_MS, MINUTE_MS } from '@/lib/format/time-units';
import type { Outage } from '../schedule';
import { fromWallTime, monthDayOf, weekdayOf } from '../wall-clock';

export const BERLIN = 'Europe/Berlin';
export const ZONES = [BERLIN, 'UTC', 'America/New_York', 'Australia/Sydney'];
export const dayOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / DAY_MS;
export const at = (time: string) => Date.parse(`${time.replace(' ', 'T')}:00Z`);

type Plan = {
  from: string;
  to: string;
  clock: string;
  zone?: string;
  isOn?: (day: number) => boolean;
  jitterMinutes?: number;
};

/** 0 to 1, the same for the same day. */
export const chance = (day: number): number => ((day * 7919) % 97) / 97;

/** Starts at a time of the day in a zone, on the days from `from` to `to` (both included) that `isOn` takes. */
export function daily({ from, to, clock, zone = 'UTC', isOn = () => true, jitterMinutes = 0 }: Plan): number[] {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return Array.from({ length: dayOf(to) - dayOf(from) + 1 }, (_, n) => dayOf(from) + n)
    .filter(isOn)
    .map(
      (day) =>
        fromWallTime({ day, minute: hours * 60 + minutes }, zone) + 7000 + chance(day) * jitterMinutes * MINUTE_MS,
    );
}

export const every = (minutes: number, from: string, to: string): number[] =>
  Array.from(
    { length: Math.floor((at(to) - at(from)) / (minutes * MINUTE_MS)) + 1 },
    (_, n) => at(from) + n * minutes * MINUTE_MS,
  );

export const isWorkday = (day: number) => weekdayOf(day) >= 1 && weekdayOf(day) <= 5;
export const on =
  (...weekdays: number[]) =>
  (day: number) =>
    weekdays.includes(weekdayOf(day));
export const isDate =
  (...dates: number[]) =>
  (day: number) =>
    dates.includes(monthDayOf(day).date);
export const isLastDay = (day: number) => monthDayOf(day).date === monthDayOf(day).lastDate;
export const isFirstMonday = (day: number) => weekdayOf(day) === 1 && monthDayOf(day).date <= 7;
export const without =
  (...dates: string[]) =>
  (day: number) =>
    !dates.map(dayOf).includes(day);

export type Calendar = {
  name: string;
  starts: number[];
  now: string;
  /** Words, zone, next start (UTC) and proof; null where nothing may be claimed. */
  expected: [text: string, zone: string, nextAt: string, proof: string] | null;
  isLate?: boolean;
  outages?: Outage[];
};
