import { parseTimestamp, type Timestamp } from '@/lib/store/chunks/timestamp';
import { candidatesOf, scalarText, takeField, type SlotCandidate } from './record-candidates';
import { isJournal } from './record-family';
import { SLOT, setField, type SortedRecord } from './record-keys';
import type { Adjustment } from './schema';

type Fields = Record<string, unknown>;

/** Keys that hold other dates as well: an unreadable one does not count as a bad time. */
const WEAK_KEYS = new Set(['date', 'Date', 'DATE', 'created', 'created_at', 'createdAt']);

/** A number 0 means "unknown" (OTLP says so); a text of 1970 is a clock that was never set, which is a fact of its device. */
export const isUnset = (value: unknown): boolean => value === 0 || Number(scalarText(value) ?? NaN) === 0;

/**
 * The time of a record whose best-named one is missing or cannot be read: the first that can, best name first.
 * Unreadable ones stay in the fields under their own names. `time` is null when there is none.
 */
export function readTime(
  record: Fields,
  sorted: SortedRecord,
  receivedMs: number,
): { time: Timestamp | null; adjusted: Adjustment | null } {
  const candidates = candidatesOf(record, 'timestamp');
  const own = candidates.find(({ value }) => value === sorted.slots[SLOT.timestamp]);
  for (const candidate of candidates) {
    const time = parseTimestamp(textOf(record, candidate), receivedMs);
    if (!time || isUnset(candidate.value)) continue;
    if (own && own !== candidate) setField(sorted.fields, own.key, own.value);
    takeField(sorted.fields, candidate);
    if (isJournal(record)) dropAddresses(sorted.fields);
    return { time, adjusted: null };
  }
  if (own) setField(sorted.fields, own.key, own.value);
  const unread = candidates.find(({ key, value }) => !WEAK_KEYS.has(key) && !isUnknown(key, value));
  return { time: null, adjusted: unread ? { field: unread.key, code: 'unreadable_time' } : null };
}

const isUnknown = (key: string, value: unknown): boolean => /unix_?nano$/i.test(key) && isUnset(value);

/** Some write a time in two keys: seconds and nanoseconds (Google), a date and a time of day. */
function textOf(record: Fields, { key, value }: SlotCandidate): unknown {
  const text = scalarText(value);
  if (text === null) return value;
  if (key === 'timestampSeconds') return { seconds: text, nanos: scalarText(record.timestampNanos) ?? 0 };
  const date = record.date;
  const isTimeOfDay = /^\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(text);
  if (isTimeOfDay && typeof date === 'string') return `${date} ${text}`;
  return typeof value === 'string' ? value : text;
}

/** journald's `__CURSOR` and its like are addresses in the journal and not to be stored (systemd.io/JOURNAL_EXPORT_FORMATS). */
function dropAddresses(fields: Fields): void {
  for (const key of Object.keys(fields)) if (key.startsWith('__')) delete fields[key];
}
