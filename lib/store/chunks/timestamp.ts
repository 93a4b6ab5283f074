import { parseClock } from './clock-forms';
import { toInstant, type Instant } from './clock-time';
import { parseEpoch, parseEpochNumber } from './epoch';

/** A point in time with microseconds, which JavaScript's Date cannot hold: `ms` since 1970 and 0 to 999 µs more. */
export type Timestamp = Instant;

/**
 * Reads the forms that senders write: ISO 8601 with all its relatives, the forms with a month's name (RFC 2822, RFC
 * 3164, CLF, Cisco, Go, Java, date(1)), .NET's `/Date(…)/`, numbers since 1970 in any unit, and objects of seconds and
 * nanoseconds. No zone is UTC. Digits below a microsecond are cut. `receivedMs` gives a time without a year its year;
 * without it such a time is null, as is all that is no time, no real date, or outside the years 1900 to 9999.
 */
export function parseTimestamp(value: unknown, receivedMs?: number): Timestamp | null {
  if (typeof value === 'string') return fromFixedForm(value) ?? parseText(value, receivedMs);
  if (typeof value === 'number') return parseEpochNumber(value);
  return typeof value === 'object' && value !== null ? parseObject(value) : null;
}

function parseText(value: string, receivedMs?: number): Timestamp | null {
  const text = value.trim();
  const epoch = parseEpoch(text);
  if (epoch) return epoch;
  const ticks = /^\/?Date\((\d{1,17})(?:[+-]\d{4})?\)\/?$/.exec(text)?.[1];
  if (ticks !== undefined) return parseEpochNumber(Number(ticks));
  const clock = parseClock(text);
  return clock && toInstant(clock, receivedMs);
}

/** `{seconds, nanos}` (protobuf), `{epochSecond, nanoOfSecond}` (log4j 2), `{$date}` (MongoDB), a number kept with its digits. */
function parseObject(value: object): Timestamp | null {
  const { seconds, epochSecond, nanos, nanoOfSecond, $date, text } = value as Record<string, unknown>;
  if (typeof text === 'string') return parseEpoch(text);
  if ($date !== undefined) return typeof $date === 'object' ? null : parseTimestamp($date);
  const whole = digitsOf(epochSecond ?? seconds);
  const rest = digitsOf(nanoOfSecond ?? nanos ?? 0);
  return whole && rest && whole.length <= 11 && rest.length <= 9
    ? parseEpoch(`${whole}.${rest.padStart(9, '0')}`)
    : null;
}

const digitsOf = (value: unknown): string | null =>
  (typeof value === 'number' || typeof value === 'string') && /^\d+$/.test(String(value)) ? String(value) : null;

/** Lines of one batch are of one day: its text and its midnight, so that only the time of day is read. */
let dayText = '';
let dayMs = 0;
const FIXED_FORM_LENGTH = 'YYYY-MM-DDTHH:MM:SS.mmmZ'.length;

/**
 * `YYYY-MM-DDTHH:MM:SS.mmmZ`, with a space, without `Z` or with `+00:00` too, with three or six digits of fraction: what nearly
 * every line has, read without a pattern's eleven texts. Null for any other form; the patterns then decide.
 */
function fromFixedForm(text: string): Timestamp | null {
  const { length } = text;
  if (length < FIXED_FORM_LENGTH - 1 || length > FIXED_FORM_LENGTH + 8) return null;
  const last = text.charCodeAt(length - 1);
  const digitsEnd = last === 90 ? length - 1 : last === 48 && text.endsWith('+00:00') ? length - 6 : length;
  const isMicros = digitsEnd === FIXED_FORM_LENGTH + 2;
  if (!isMicros && digitsEnd !== FIXED_FORM_LENGTH - 1) return null;
  const between = text.charCodeAt(10);
  const point = text.charCodeAt(19);
  if ((between !== 84 && between !== 32) || text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return null;
  if (point !== 46 && point !== 44) return null;
  // A character that is no digit gives NaN, which fails every comparison.
  const seconds = twoDigits(text, 11) * 3600 + twoDigits(text, 14) * 60 + twoDigits(text, 17);
  const ms = digit(text, 20) * 100 + twoDigits(text, 21);
  const us = isMicros ? digit(text, 23) * 100 + twoDigits(text, 24) : 0;
  const isTimeOfDay = twoDigits(text, 11) < 24 && twoDigits(text, 14) < 60 && twoDigits(text, 17) < 60;
  if (!isTimeOfDay || !(ms + us >= 0) || !readDay(text)) return null;
  return { ms: dayMs + seconds * 1000 + ms, us };
}

function readDay(text: string): boolean {
  if (dayText !== '' && text.startsWith(dayText)) return true;
  const day = text.slice(0, 10);
  const midnight = parseText(day);
  // Ten digits without a dash are seconds since 1970.
  if (day.charCodeAt(4) !== 45 || midnight === null) return false;
  dayText = day;
  dayMs = midnight.ms;
  return true;
}

function digit(text: string, at: number): number {
  const value = text.charCodeAt(at) - 48;
  return value >= 0 && value <= 9 ? value : NaN;
}

const twoDigits = (text: string, at: number): number => digit(text, at) * 10 + digit(text, at + 1);

/** ISO 8601 in UTC from milliseconds with a fraction; microseconds only when there are any. */
export function formatTimestamp(msWithFraction: number): string {
  const ms = Math.floor(msWithFraction);
  const us = Math.round((msWithFraction - ms) * 1000);
  const iso = new Date(us === 1000 ? ms + 1 : ms).toISOString();
  return us === 0 || us === 1000 ? iso : `${iso.slice(0, -1)}${String(us).padStart(3, '0')}Z`;
}
