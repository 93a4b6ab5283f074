import { medianOf } from './interval-schedule';
import { DAY_MINUTES, type WallTime } from './wall-clock';

/** A time of the day at which runs start again and again. */
export type DayTime = {
  minute: number;
  /** The largest distance of a start from it, in minutes. */
  spreadMinutes: number;
  /** The days whose slot was kept; a start shortly before midnight may keep the next day's. */
  keptDays: ReadonlySet<number>;
};

/** A time that is kept on fewer days is chance. */
const MIN_DAYS = 3;
/** Two runs at a time, or one that is tried again; more are a job at work for hours. */
const MAX_STARTS_A_DAY = 3;
/** A job is planned for a few times a day; what starts more often has an interval. */
const MAX_TIMES = 6;

/** The times of the day around which starts gather, the most frequent first. A time that moved on its way is none. */
export function findClockTimes(starts: readonly WallTime[], toleranceMinutes: number): DayTime[] {
  const times: DayTime[] = [];
  let rest = [...starts];
  while (times.length < MAX_TIMES) {
    const members = largestGathering(rest, toleranceMinutes);
    if (!members) break;
    rest = rest.filter((start) => !members.includes(start));
    const time = describe(members, toleranceMinutes);
    if (time) times.push(time);
  }
  return times;
}

/** Minutes from one time of the day to another, the short way around: -720 to 720. */
export function minutesFrom(minute: number, other: number): number {
  const over = (((other - minute) % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  return over > DAY_MINUTES / 2 ? over - DAY_MINUTES : over;
}

/** The day whose slot at `minute` a start belongs to. */
export function slotDayOf(start: WallTime, minute: number): number {
  const away = start.minute - minute;
  return start.day + (away > DAY_MINUTES / 2 ? 1 : away < -DAY_MINUTES / 2 ? -1 : 0);
}

function largestGathering(starts: readonly WallTime[], toleranceMinutes: number): WallTime[] | null {
  let best: WallTime[] = [];
  let mostDays = MIN_DAYS - 1;
  for (const minute of new Set(starts.map((start) => start.minute))) {
    const near = starts.filter((start) => Math.abs(minutesFrom(minute, start.minute)) <= toleranceMinutes);
    const dayCount = new Set(near.map(({ day }) => day)).size;
    if (dayCount > mostDays) [best, mostDays] = [near, dayCount];
  }
  return best.length > 0 ? best : null;
}

function describe(members: readonly WallTime[], toleranceMinutes: number): DayTime | null {
  const inOrder = [...members].sort((one, other) => one.day - other.day);
  const first = inOrder[0]?.minute ?? 0;
  const offsets = inOrder.map((start) => minutesFrom(first, start.minute));
  const middle = Math.floor(offsets.length / 2);
  const moved = medianOf(offsets.slice(middle)) - medianOf(offsets.slice(0, Math.max(1, middle)));
  if (Math.abs(moved) > Math.max(5, toleranceMinutes / 3)) return null;
  const minute = (((first + medianOf(offsets)) % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  const keptDays = new Set(inOrder.map((start) => slotDayOf(start, minute)));
  if (inOrder.length > MAX_STARTS_A_DAY * keptDays.size) return null;
  return {
    minute,
    spreadMinutes: Math.max(...inOrder.map((start) => Math.abs(minutesFrom(minute, start.minute)))),
    keptDays,
  };
}
