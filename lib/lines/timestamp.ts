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
  const text = value.trim();
  const match = ISO.exec(text);
  if (match) return fromParts(match);
  return /^\d{1,19}(\.\d{1,9})?$/.test(text) ? fromEpoch(Number(text)) : null;
}

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
