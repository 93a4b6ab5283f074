/** A point in time with microseconds, which JavaScript's Date cannot hold: `ms` since 1970 and 0 to 999 µs more. */
export type Timestamp = { ms: number; us: number };

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?\s*(Z|z|UTC|[+-]\d\d(?::?\d\d)?)?$/;

/** Years outside are clocks gone wrong beyond use, such as Go's zero time 0001-01-01. */
const MIN_MS = Date.UTC(1900, 0, 1);
const MAX_MS = Date.UTC(10_000, 0, 1) - 1;

/**
 * Reads the forms that senders write: ISO 8601 with `T` or a space, `.` or `,` before the fraction (Python's logging
 * writes a comma), with or without zone (none is UTC), and seconds since 1970 (milli-, micro- and nanoseconds are
 * told by their size). Null when it is none of these, not a real date, or outside the years 1900 to 9999.
 */
export function parseTimestamp(value: unknown): Timestamp | null {
  if (typeof value === 'number') return fromEpoch(value);
  if (typeof value !== 'string') return null;
  return fromFixedForm(value) ?? parseText(value);
}

function parseText(value: string): Timestamp | null {
  const text = value.trim();
  const match = ISO.exec(text);
  if (match) return fromParts(match);
  return /^\d{1,19}(\.\d{1,9})?$/.test(text) ? fromEpoch(Number(text)) : null;
}

/** Lines of one batch are of one day: its text and its midnight, so that only the time of day is read. */
let dayText = '';
let dayMs = 0;
const FIXED_FORM_LENGTH = 'YYYY-MM-DDTHH:MM:SS.mmmZ'.length;

/**
 * `YYYY-MM-DDTHH:MM:SS.mmmZ`, with a space or without `Z` too, with three or six digits of fraction: what nearly every
 * line has, read without a pattern's eleven texts. Null for any other form; the pattern then decides.
 */
function fromFixedForm(text: string): Timestamp | null {
  const { length } = text;
  if (length < FIXED_FORM_LENGTH - 1 || length > FIXED_FORM_LENGTH + 3) return null;
  const digitsEnd = text.charCodeAt(length - 1) === 90 ? length - 1 : length;
  const isMicros = digitsEnd === FIXED_FORM_LENGTH + 2;
  if (!isMicros && digitsEnd !== FIXED_FORM_LENGTH - 1) return null;
  const between = text.charCodeAt(10);
  const point = text.charCodeAt(19);
  if ((between !== 84 && between !== 32) || text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return null;
  if (point !== 46 && point !== 44) return null;
  // NaN, which a character that is no digit leads to, fails every comparison.
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

function fromParts(match: RegExpExecArray): Timestamp | null {
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  const parts = [year, month, day, hour, minute, second].map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const [y, mo, d, h, mi, s] = parts;
  // 60 is a leap second; it becomes the next second, as POSIX time has it.
  if (mo < 1 || mo > 12 || d < 1 || h > 23 || mi > 59 || s > 60 || y < 1900) return null;
  const midnight = Date.UTC(y, mo - 1, d);
  if (new Date(midnight).getUTCDate() !== d) return null;
  const micros = Number((fraction ?? '').padEnd(6, '0').slice(0, 6));
  const ms = midnight + ((h * 60 + mi) * 60 + s) * 1000 + Math.floor(micros / 1000) - offsetMs(zone);
  return inRange(ms) ? { ms, us: micros % 1000 } : null;
}

function offsetMs(zone: string | undefined): number {
  if (!zone || !/^[+-]/.test(zone)) return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(':', '') || 0);
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

function fromEpoch(value: number): Timestamp | null {
  if (!Number.isFinite(value) || value < 0) return null;
  // 1e11 s is the year 5138 and 1e11 ms is 1973: senders mean the latter.
  const unit = value < 1e11 ? 1e6 : value < 1e14 ? 1e3 : value < 1e17 ? 1 : 1e-3;
  const micros = Math.round(value * unit);
  const ms = Math.floor(micros / 1000);
  return inRange(ms) ? { ms, us: micros % 1000 } : null;
}

const inRange = (ms: number): boolean => ms >= MIN_MS && ms <= MAX_MS;

/** ISO 8601 in UTC from milliseconds with a fraction; microseconds only when there are any. */
export function formatTimestamp(msWithFraction: number): string {
  const ms = Math.floor(msWithFraction);
  const us = Math.round((msWithFraction - ms) * 1000);
  const iso = new Date(us === 1000 ? ms + 1 : ms).toISOString();
  return us === 0 || us === 1000 ? iso : `${iso.slice(0, -1)}${String(us).padStart(3, '0')}Z`;
}
