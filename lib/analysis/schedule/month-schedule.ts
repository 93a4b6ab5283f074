import { DAY_MS, MINUTE_MS } from '@/lib/format/time-units';
import { findClockTimes, type DayTime } from './clock-times';
import { isInOutage, type Outage, type Schedule, type StartHistory } from './schedule';
import { describeTimes, ordinal, weekdayName } from './schedule-words';
import { fromWallTime, monthDayOf, toWallTime, weekdayOf } from './wall-clock';

const DAYS_LOOKED_AT = 400;
const MIN_MONTHS = 3;
const MIN_KEPT = 0.75;
const MIN_EXPLAINED = 0.5;
const TOLERANCE_MINUTES = 60;
const GRACE_MINUTES = 60;
/** The longest way from one slot to the next: over a February to the next 31st. */
const DAYS_AHEAD = 63;

/** A day of the month, said as in `monthly on the 1st`. */
type MonthRule = { text: string; isOn: (day: number) => boolean };
type MonthFit = { zone: string; rule: MonthRule; time: DayTime; explained: number; total: number };

/** `monthly on the 1st about 04:00`; null where fewer than three months keep a day. */
export function learnMonth(history: StartHistory): Schedule | null {
  const fromMs = history.nowMs - DAYS_LOOKED_AT * DAY_MS;
  const startsMs = history.startsMs.filter((startMs) => startMs >= fromMs).sort((one, other) => one - other);
  let best: MonthFit | null = null;
  for (const zone of history.zones) {
    const fit = fitMonths(startsMs, zone, history.outages);
    if (fit && fit.explained > (best?.explained ?? 0)) best = fit;
  }
  return best && toSchedule(best, history);
}

function fitMonths(startsMs: readonly number[], zone: string, outages: readonly Outage[] = []): MonthFit | null {
  const starts = startsMs.map((startMs) => toWallTime(startMs, zone));
  const [time] = findClockTimes(starts, TOLERANCE_MINUTES);
  if (!time) return null;
  let best: MonthFit | null = null;
  for (const rule of rulesOf(time.keptDays)) {
    const explained = keptBy(rule, time, (day) =>
      isInOutage(fromWallTime({ day, minute: time.minute }, zone), outages),
    );
    if (explained < MIN_EXPLAINED * starts.length || explained <= (best?.explained ?? 0)) continue;
    best = { zone, rule, time, explained, total: starts.length };
  }
  return best;
}

/** How many slots of the rule were kept; 0 where too many were not, or too few are known. */
function keptBy(rule: MonthRule, { keptDays }: DayTime, isExcused: (day: number) => boolean): number {
  const [first, last] = [Math.min(...keptDays), Math.max(...keptDays)];
  let total = 0;
  let kept = 0;
  for (let day = first; day <= last; day += 1) {
    if (!rule.isOn(day) || (isExcused(day) && !keptDays.has(day))) continue;
    total += 1;
    if (keptDays.has(day)) kept += 1;
  }
  return kept >= MIN_MONTHS && kept >= MIN_KEPT * total ? kept : 0;
}

/** The rules that the days could follow, the plainest first. */
function rulesOf(days: ReadonlySet<number>): MonthRule[] {
  const dates = [...new Set([...days].map((day) => monthDayOf(day).date))];
  const weekdays = [...new Set([...days].map((day) => `${weekOf(day)} ${weekdayOf(day)}`))];
  return [
    ...dates.map((date) => ({ text: `the ${ordinal(date)}`, isOn: (day: number) => monthDayOf(day).date === date })),
    { text: 'the last day', isOn: isLastDay },
    ...weekdays.map((key) => {
      const [week = 0, weekday = 0] = key.split(' ').map(Number);
      const isOn = (day: number) => weekdayOf(day) === weekday && weekOf(day) === week;
      return { text: `the ${ordinal(week)} ${weekdayName(weekday)}`, isOn };
    }),
  ];
}

const isLastDay = (day: number): boolean => monthDayOf(day).date === monthDayOf(day).lastDate;

/** The how manyth of its weekday within the month a day is. */
const weekOf = (day: number): number => Math.ceil(monthDayOf(day).date / 7);

function toSchedule({ zone, rule, time, explained, total }: MonthFit, history: StartHistory): Schedule | null {
  const last = Math.max(...time.keptDays);
  for (let day = last + 1; day <= toWallTime(history.nowMs, zone).day + DAYS_AHEAD; day += 1) {
    if (!rule.isOn(day)) continue;
    const nextAtMs = fromWallTime({ day, minute: time.minute }, zone);
    if (nextAtMs < history.nowMs && isInOutage(nextAtMs, history.outages)) continue;
    return {
      kind: 'monthly',
      text: `monthly on ${rule.text} ${describeTimes([time.minute])}`,
      zone,
      explained,
      total,
      nextAtMs,
      lateAtMs: nextAtMs + Math.max(GRACE_MINUTES, 2 * time.spreadMinutes) * MINUTE_MS,
    };
  }
  return null;
}
