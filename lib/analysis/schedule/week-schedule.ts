import { DAY_MS, MINUTE_MS } from '@/lib/format/time-units';
import { findClockTimes, minutesFrom, slotDayOf, type DayTime } from './clock-times';
import { isInOutage, type Outage, type Schedule, type ScheduleKind, type StartHistory } from './schedule';
import { describeSlots, type SlotGroup } from './schedule-words';
import { fromWallTime, toWallTime, weekdayOf, type WallTime } from './wall-clock';

const DAYS_LOOKED_AT = 30;
/** How far starts may lie from their time, the strictest first: schedulers, queues, people's clocks. */
const TOLERANCES_MINUTES = [10, 30, 60];
/** So many more starts must a wider tolerance explain. */
const STARTS_PER_TOLERANCE = 4;
/** Of a weekday's slots; below the second it is a day without a run. */
const MIN_KEPT_OF_WEEKDAY = 0.5;
const MAX_KEPT_OF_OTHERS = 0.25;
/** Of all slots: holidays and failed schedulers are the rest. */
const MIN_KEPT = 0.8;
/** Of the starts: runs that a person started are the rest. */
const MIN_EXPLAINED = 0.5;
/** More are those of a job at work for hours; comparing them would take long. */
const MAX_STARTS = 240;
const LATEST_STARTS = 3;
const MIN_EXPLAINED_OF_LATEST = 2;
const MIN_SLOTS = 5;
const MIN_SLOTS_OF_ONE_WEEKDAY = 3;
const MIN_GRACE_MINUTES = 30;
const WEEKDAYS: readonly number[] = [0, 1, 2, 3, 4, 5, 6];

type WeekFit = {
  zone: string;
  groups: SlotGroup[];
  toleranceMinutes: number;
  spreadMinutes: number;
  explained: number;
  total: number;
};
type Slot = { day: number; minute: number };

/** `weekdays about 02:00`: times of the day on days of the week; null where the last 30 days have none. */
export function learnWeek(history: StartHistory): Schedule | null {
  const fromMs = history.nowMs - DAYS_LOOKED_AT * DAY_MS;
  const startsMs = history.startsMs.filter((startMs) => startMs >= fromMs).sort((one, other) => one - other);
  if (startsMs.length > MAX_STARTS) return null;
  let best: WeekFit | null = null;
  for (const zone of history.zones) best = fitZone(startsMs, { zone, outages: history.outages ?? [] }, best);
  return best && toSchedule(best, startsMs, history);
}

type ZoneOptions = { zone: string; outages: readonly Outage[] };

/** Looks at the starts since each of their days: a schedule that was changed is seen in the latest only. */
function fitZone(startsMs: readonly number[], { zone, outages }: ZoneOptions, known: WeekFit | null): WeekFit | null {
  const starts = startsMs.map((startMs) => toWallTime(startMs, zone));
  let best = known;
  for (const first of new Set(starts.map(({ day }) => day))) {
    const window = starts.filter(({ day }) => day >= first);
    for (const toleranceMinutes of TOLERANCES_MINUTES) {
      // No fit is worth more than its starts, and each window has fewer of them.
      if (best && worthOf(best) >= window.length) return best;
      const fit = fitWindow(window, { zone, outages, toleranceMinutes });
      if (fit && (!best || worthOf(fit) > worthOf(best))) best = fit;
    }
  }
  return best;
}

/** Starts that are explained speak for a schedule, the others and a wide tolerance against it. */
const worthOf = ({ explained, total, toleranceMinutes }: WeekFit): number =>
  2 * explained - total - STARTS_PER_TOLERANCE * TOLERANCES_MINUTES.indexOf(toleranceMinutes);

type WindowOptions = ZoneOptions & { toleranceMinutes: number };

function fitWindow(starts: readonly WallTime[], { zone, outages, toleranceMinutes }: WindowOptions): WeekFit | null {
  const last = starts.at(-1);
  if (!last) return null;
  const days = { first: starts[0]?.day ?? last.day, last: last.day };
  const kept = findClockTimes(starts, toleranceMinutes).flatMap((time) => {
    const weekdays = weekdaysOf(time, days, (day) =>
      isInOutage(fromWallTime({ day, minute: time.minute }, zone), outages),
    );
    return weekdays ? [{ time, weekdays }] : [];
  });
  const isExplained = (start: WallTime) =>
    kept.some(
      ({ time, weekdays }) =>
        Math.abs(minutesFrom(time.minute, start.minute)) <= toleranceMinutes &&
        weekdays.includes(weekdayOf(slotDayOf(start, time.minute))),
    );
  const explained = starts.filter(isExplained).length;
  if (kept.length === 0 || explained < MIN_EXPLAINED * starts.length) return null;
  // A schedule that was changed yesterday is not the one of the weeks before.
  const latest = starts.slice(-LATEST_STARTS).filter(isExplained).length;
  if (latest < MIN_EXPLAINED_OF_LATEST || (!isExplained(last) && !isLastSlotKept(kept, last))) return null;
  return {
    zone,
    groups: groupByWeekdays(kept),
    toleranceMinutes,
    spreadMinutes: Math.max(...kept.map(({ time }) => time.spreadMinutes)),
    explained,
    total: starts.length,
  };
}

type KeptTime = { time: DayTime; weekdays: number[] };

function isLastSlotKept(kept: readonly KeptTime[], last: WallTime): boolean {
  for (let day = last.day; day > last.day - 7; day -= 1) {
    const due = kept.filter(
      ({ time, weekdays }) => weekdays.includes(weekdayOf(day)) && (day < last.day || time.minute <= last.minute),
    );
    const latest = due.sort((one, other) => other.time.minute - one.time.minute)[0];
    if (latest) return latest.time.keptDays.has(day);
  }
  return false;
}

/** The days of the week on which a time is kept; null where that is not clear. */
function weekdaysOf(
  { keptDays }: DayTime,
  days: { first: number; last: number },
  isExcused: (day: number) => boolean,
): number[] | null {
  const slots = WEEKDAYS.map(() => ({ total: 0, kept: 0 }));
  for (let day = days.first; day <= days.last; day += 1) {
    const slot = slots[weekdayOf(day)];
    if (!slot || (isExcused(day) && !keptDays.has(day))) continue;
    slot.total += 1;
    if (keptDays.has(day)) slot.kept += 1;
  }
  const rateOf = (weekday: number) => {
    const { total = 0, kept = 0 } = slots[weekday] ?? {};
    return total === 0 ? null : kept / total;
  };
  const on = WEEKDAYS.filter((weekday) => (rateOf(weekday) ?? 0) >= MIN_KEPT_OF_WEEKDAY);
  const isOff = (weekday: number) => (rateOf(weekday) ?? 0) <= MAX_KEPT_OF_OTHERS;
  if (on.length === 0 || WEEKDAYS.some((weekday) => !on.includes(weekday) && !isOff(weekday))) return null;
  const total = on.reduce((sum, weekday) => sum + (slots[weekday]?.total ?? 0), 0);
  const kept = on.reduce((sum, weekday) => sum + (slots[weekday]?.kept ?? 0), 0);
  if (kept < (on.length === 1 ? MIN_SLOTS_OF_ONE_WEEKDAY : MIN_SLOTS) || kept < MIN_KEPT * total) return null;
  return withUnseen(
    on,
    WEEKDAYS.filter((weekday) => rateOf(weekday) === null),
  );
}

/** In less than a week some days have not come yet: a run at the weekend says that the job knows none. */
function withUnseen(on: readonly number[], unseen: readonly number[]): number[] | null {
  const isWeekend = (weekday: number) => weekday === 0 || weekday === 6;
  if (unseen.length === 0 || (unseen.every(isWeekend) && on.length === 5 && !on.some(isWeekend))) return [...on];
  return on.some(isWeekend) && on.length + unseen.length === 7 ? [...WEEKDAYS] : null;
}

function groupByWeekdays(kept: readonly KeptTime[]): SlotGroup[] {
  const groups = new Map<string, SlotGroup>();
  for (const { time, weekdays } of kept) {
    const group = groups.get(weekdays.join()) ?? { weekdays, minutes: [] };
    groups.set(weekdays.join(), {
      weekdays,
      minutes: [...group.minutes, time.minute].sort((one, other) => one - other),
    });
  }
  return [...groups.values()].sort((one, other) => other.weekdays.length - one.weekdays.length);
}

function toSchedule(fit: WeekFit, startsMs: readonly number[], { nowMs, outages }: StartHistory): Schedule | null {
  const { zone, groups, spreadMinutes, explained, total } = fit;
  const toleranceMs = Math.max(TOLERANCES_MINUTES[0] ?? 0, spreadMinutes) * MINUTE_MS;
  const today = toWallTime(nowMs, zone).day;
  const slots = slotsBetween(groups, today - DAYS_LOOKED_AT - 1, today + 8).map((slot) => fromWallTime(slot, zone));
  const keptMs = slots.filter((slotMs) => startsMs.some((startMs) => Math.abs(startMs - slotMs) <= toleranceMs)).at(-1);
  const nextAtMs = slots.find(
    (slotMs) => slotMs > (keptMs ?? nowMs) && !(slotMs < nowMs && isInOutage(slotMs, outages)),
  );
  if (nextAtMs === undefined) return null;
  const graceMs = Math.max(MIN_GRACE_MINUTES, 2 * spreadMinutes) * MINUTE_MS;
  return {
    kind: kindOf(groups),
    text: describeSlots(groups),
    zone,
    explained,
    total,
    nextAtMs,
    lateAtMs: nextAtMs + graceMs,
  };
}

function slotsBetween(groups: readonly SlotGroup[], firstDay: number, lastDay: number): Slot[] {
  const slots: Slot[] = [];
  for (let day = firstDay; day <= lastDay; day += 1) {
    const minutes = groups.flatMap((group) => (group.weekdays.includes(weekdayOf(day)) ? group.minutes : []));
    slots.push(...minutes.sort((one, other) => one - other).map((minute) => ({ day, minute })));
  }
  return slots;
}

function kindOf(groups: readonly SlotGroup[]): ScheduleKind {
  const [only] = groups;
  if (!only || groups.length > 1) return 'weekly';
  if (only.weekdays.length === 7) return 'daily';
  return only.weekdays.join() === '1,2,3,4,5' ? 'weekdays' : 'weekly';
}
