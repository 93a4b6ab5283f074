import type { ClockTime } from './clock-time';
import { parseZone } from './time-zone';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Longer texts are not tried as times. */
const MAX_LENGTH = 120;

const MONTH = '(?<month>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?';
const TIME =
  '(?<hour>\\d\\d?):(?<minute>\\d\\d)(?::(?<second>\\d\\d)(?:[.,](?<fraction>\\d{1,12}))?)?(?: ?(?<half>[ap])\\.?m\\.?)?';
const WEEKDAY = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\\.?,? +)?';
const ZONE = '(?: ?(?<zone>(?:[a-z+(\\[-]).{0,60}))?';

/** Each form with its writers. Months are names where day and month could be confused. */
const FORMS = [
  // ISO 8601 with T or a blank, `/` or `.` between the numbers, or nothing (the basic form).
  `(?<year>\\d{4})(?<sep>[-/.]?)(?<monthNumber>\\d\\d)\\k<sep>(?<day>\\d\\d)(?:(?:[t_]| +)(?<hour>\\d\\d):?(?<minute>\\d\\d)(?::?(?<second>\\d\\d)(?:[.,](?<fraction>\\d{1,12}))?)?)?${ZONE}`,
  // RFC 2822 and 850: `Sun, 22 Nov 2026 02:14:07 +0000`, `Sunday, 22-Nov-26 02:14:07 GMT`.
  `${WEEKDAY}(?<day>\\d\\d?)[ -]${MONTH}[ -](?<year>\\d{4}|\\d\\d),? +${TIME}${ZONE}`,
  // RFC 3164, Cisco, ctime, date(1), JavaScript: `Nov 22 02:14:07`, `Sun Nov 22 02:14:07 CET 2026`, `Nov 22, 2026 2:14:07 AM`.
  `[*.]?${WEEKDAY}${MONTH} +(?<day>\\d\\d?),?(?: (?<year>\\d{4}),?)? +${TIME}(?: (?<zone>[a-z]{1,5}|[+-]\\d\\d:?\\d\\d))?(?: (?<yearBehind>\\d{4}))?`,
  `${WEEKDAY}${MONTH} +(?<day>\\d\\d?),? (?<year>\\d{4}),? +${TIME}${ZONE}`,
  // Nexus: `2026 Nov 22 02:14:07.120 UTC`.
  `(?<year>\\d{4}) ${MONTH} +(?<day>\\d\\d?) +${TIME}${ZONE}`,
  // Apache and nginx: `[22/Nov/2026:02:14:07 +0000]`.
  `\\[?(?<day>\\d\\d?)/${MONTH}/(?<year>\\d{4}):${TIME} ?(?<zone>[+-]\\d{4})?\\]?`,
  // German: `22.11.2026 02:14:07`.
  `(?<day>\\d\\d?)\\.(?<monthNumber>\\d\\d?)\\.(?<year>\\d{4}),? +${TIME}${ZONE}`,
  // Android's logcat and glog have no year: `11-22 02:14:07.120`, `1122 02:14:07.120456`.
  `(?<monthNumber>\\d\\d)-?(?<day>\\d\\d) +${TIME}`,
].map((form) => new RegExp(`^${form}$`, 'i'));

/** Reads a time that is written as a date and a time of day; null when no form fits. Limits of the numbers are not checked. */
export function parseClock(text: string): ClockTime | null {
  if (text.length > MAX_LENGTH) return null;
  for (const form of FORMS) {
    const groups = form.exec(text)?.groups;
    const clock = groups && toClock(groups);
    if (clock) return clock;
  }
  return null;
}

function toClock(groups: Record<string, string | undefined>): ClockTime | null {
  const zone = parseZone(groups.zone ?? '');
  if (zone === null) return null;
  const month = groups.monthNumber ?? MONTHS.indexOf((groups.month ?? '').slice(0, 3).toLowerCase()) + 1;
  return {
    year: fullYear(groups.year ?? groups.yearBehind),
    month: Number(month),
    day: Number(groups.day),
    hour: hourOfDay(Number(groups.hour ?? 0), groups.half),
    minute: Number(groups.minute ?? 0),
    second: Number(groups.second ?? 0),
    fraction: groups.fraction ?? '',
    zone,
  };
}

/** Two digits are of 1970 to 2069, as POSIX reads them (two-digit years from 69 on are the last century's). */
function fullYear(text: string | undefined): number | null {
  if (text === undefined) return null;
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 69 ? 2000 + year : 1900 + year;
}

function hourOfDay(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return NaN;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}
