/** Times of the day (minutes, ascending) on the same days of the week (0 is Sunday). */
export type SlotGroup = { weekdays: readonly number[]; minutes: readonly number[] };

const DAY_NAMES = ['Sundays', 'Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays'];

/** `weekdays about 02:00 and 14:00, Sundays about 04:30` */
export const describeSlots = (groups: readonly SlotGroup[]): string =>
  groups.map(({ weekdays, minutes }) => `${describeWeekdays(weekdays)} ${describeTimes(minutes)}`).join(', ');

/** `about 02:00 and 14:00` */
export const describeTimes = (minutes: readonly number[]): string => `about ${joinWords(minutes.map(clockText))}`;

/** `1st`, `2nd`, `23rd`, `31st` */
export function ordinal(value: number): string {
  const isTeen = value % 100 >= 11 && value % 100 <= 13;
  const ending = isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${ending}`;
}

/** `Monday` */
export const weekdayName = (weekday: number): string => (DAY_NAMES[weekday] ?? '').slice(0, -1);

function describeWeekdays(weekdays: readonly number[]): string {
  if (weekdays.length === 7) return 'daily';
  if (weekdays.join() === '1,2,3,4,5') return 'weekdays';
  if (weekdays.join() === '0,6') return 'weekends';
  const fromMonday = [...weekdays].sort((one, other) => ((one + 6) % 7) - ((other + 6) % 7));
  return joinWords(fromMonday.map((weekday) => DAY_NAMES[weekday] ?? ''));
}

const clockText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const joinWords = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
