import { cleanText } from '@/lib/json/clean-text';
import { stringifyExact } from '@/lib/json/exact-json';
import { ExactNumber } from '@/lib/json/exact-number';
import { LEVEL_NUMBER } from '@/lib/store/chunks/level';
import { plainLevel } from './parse-level';
import { parseTimestamp, type Timestamp } from '@/lib/store/chunks/timestamp';
import { redactValue } from '@/lib/redaction/redact-value';
import { cutBeforeReading } from './cut-line';
import { fillForeignSlots, hasLeadingBlank } from './fill-foreign-slots';
import { unfoldShape } from './foreign-shapes';
import { fillSlots, type LineDefaults } from './line-defaults';
import { readLevel } from './read-level';
import { isUnset, readTime } from './read-time';
import { candidatesOf, hasValue, scalarText } from './record-candidates';
import { setField, SLOT, SLOT_NAMES, sortKeys, type SortedRecord } from './record-keys';
import type { Adjustment, RejectCode } from './schema';

/** Longer ids are not ids; longer names are cut and stay in the fields as a whole. */
const MAX_NAME_LENGTH = 200;

/** A record after parsing, before redaction: texts are clean for the store, but secrets are still in them. */
export type ParsedRecord = {
  time: Timestamp;
  level: number;
  message: string;
  component: string;
  device: string;
  phase: string;
  fields: Record<string, unknown>;
  clientSeq: number | null;
  runId: string | null;
  jobId: string | null;
  jobName: string | null;
  jobType: string | null;
  /** Parts of the record that could not be taken as sent; they are in `fields` under their own names. */
  adjusted: readonly Adjustment[];
};

/**
 * Why a record is refused: the code, and which field was expected to be what; never the value, it may be a secret. No Error: a
 * batch may have one a record, and a stack costs ten times what reading a record does.
 */
export class RecordError {
  readonly code: RejectCode;
  readonly message: string;
  constructor(code: RejectCode, detail: string) {
    this.code = code;
    this.message = detail;
  }
}

const NONE: readonly Adjustment[] = [];

type Reading = { record: Record<string, unknown>; sorted: SortedRecord; adjusted: Adjustment[] | null };

/**
 * Reads one record in any of the forms of the wire format, or as another logger or relay writes it. `receivedMs` is
 * used for a missing time, `defaults` for other missing slots. Throws RecordError for what is no object or has no
 * content; other unreadable parts are kept and named.
 */
export function parseRecord(given: unknown, receivedMs: number, defaults: LineDefaults | null = null): ParsedRecord {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new RecordError('not_an_object', 'A record is a JSON object with at least a message.');
  }
  let record = given as Record<string, unknown>;
  let sorted = sortKeys(record);
  if (sorted.isFolded) {
    record = unfoldShape(record) ?? record;
    sorted = sortKeys(record);
  }
  if (sorted.foreign.length > 0) fillForeignSlots(record, sorted);
  const reading: Reading = { record, sorted, adjusted: null };
  const { slots, fields } = sorted;
  const said = levelOf(reading);
  const isNamed = hasValue(slots[SLOT.component]) || hasValue(slots[SLOT.device]) || hasValue(slots[SLOT.phase]);
  if (defaults) fillSlots(slots, defaults);
  const ownRunId = readId(reading, SLOT.runId);
  const sessionId = readId(reading, SLOT.sessionId);
  if (ownRunId !== null && sessionId !== null) fields.session_id = sessionId;
  const runId = ownRunId ?? sessionId;
  const time = timeOf(reading, receivedMs);
  const level = said ?? plainLevel(scalarText(slots[SLOT.level]) ?? '') ?? LEVEL_NUMBER.INFO;
  const component = readName(reading, SLOT.component);
  const device = readName(reading, SLOT.device);
  const phase = readName(reading, SLOT.phase);
  const clientSeq = readSeq(reading);
  const jobId = readId(reading, SLOT.jobId);
  const jobName = readName(reading, SLOT.jobName) || null;
  const jobType = readName(reading, SLOT.jobType) || null;
  const message = readMessage(record, slots[SLOT.message]) ?? contentOf(reading, isNamed);
  const adjusted = reading.adjusted ?? NONE;
  return {
    time,
    level,
    message,
    component,
    device,
    phase,
    fields,
    clientSeq,
    runId,
    jobId,
    jobName,
    jobType,
    adjusted,
  };
}

function adjust(reading: Reading, adjustment: Adjustment | null): void {
  if (adjustment) (reading.adjusted ??= []).push(adjustment);
}

/** The sender's value of a slot goes to the fields under the sender's own name. */
function keepUnread(reading: Reading, at: number, code: Adjustment['code']): void {
  const value = reading.sorted.slots[at];
  const slot = SLOT_NAMES[at] ?? 'fields';
  const field = candidatesOf(reading.record, slot).find((one) => one.value === value)?.key ?? slot;
  if (reading.sorted.fields[field] !== value) setField(reading.sorted.fields, field, value);
  adjust(reading, { field, code });
}

function timeOf(reading: Reading, receivedMs: number): Timestamp {
  const { record, sorted } = reading;
  const value = sorted.slots[SLOT.timestamp];
  if (hasValue(value)) {
    const time = parseTimestamp(value, receivedMs);
    if (time && (time.ms !== 0 || !isUnset(value))) return time;
  } else if (!sorted.foreign.includes('timestamp')) return { ms: receivedMs, us: 0 };
  const { time, adjusted } = readTime(record, sorted, receivedMs);
  adjust(reading, adjusted);
  return time ?? { ms: receivedMs, us: 0 };
}

/** Null when the record says no level, or none that can be read. */
function levelOf(reading: Reading): number | null {
  const { record, sorted } = reading;
  const value = sorted.slots[SLOT.level];
  const severity = sorted.slots[SLOT.severityNumber];
  const plain = typeof value === 'string' ? plainLevel(value) : undefined;
  if (plain !== undefined) {
    if (severity !== undefined) sorted.fields.severityNumber = severity;
    return plain;
  }
  if (!hasValue(value) && severity === undefined && !sorted.foreign.includes('level')) return null;
  const { level, adjusted } = readLevel(record, sorted);
  adjust(reading, adjusted);
  return level;
}

function readMessage(record: Record<string, unknown>, value: unknown): string | null {
  if (value === undefined) return null;
  if (typeof value !== 'string') {
    return cleanText(cutBeforeReading(typeof value === 'object' ? stringifyExact(value) : String(value)));
  }
  const text = value.charCodeAt(0) === 32 && hasLeadingBlank(record, value) ? value.slice(1) : value;
  return cleanText(text);
}

/**
 * The message of a record without one: the whole record as JSON, with the secrets under their names already replaced.
 */
function contentOf({ record, sorted, adjusted }: Reading, isNamed: boolean): string {
  const isOther = ([key, value]: [string, unknown]) =>
    isContent(value) && key !== 'level_name' && !adjusted?.some(({ field }) => field === key);
  if (!isNamed && !Object.entries(sorted.fields).some(isOther)) {
    throw new RecordError('message_missing', 'message: expected a text, or another field with a value.');
  }
  return cleanText(cutBeforeReading(stringifyExact(redactValue(record))));
}

const isContent = (value: unknown): boolean =>
  hasValue(value) && !(typeof value === 'object' && value !== null && Object.keys(value).length === 0);

function readName(reading: Reading, at: number): string {
  const value = reading.sorted.slots[at];
  if (value === undefined) return '';
  const text = typeof value === 'string' ? value : typeof value === 'object' ? stringifyExact(value) : String(value);
  const clean = cleanText(text.trim());
  if (clean.length <= MAX_NAME_LENGTH) return clean;
  keepUnread(reading, at, 'cut');
  return `${clean.slice(0, MAX_NAME_LENGTH - 1).toWellFormed()}…`;
}

function readId(reading: Reading, at: number): string | null {
  const value = reading.sorted.slots[at];
  if (value === undefined || value === '') return null;
  const text = typeof value === 'string' ? value : integerText(value);
  if (text !== null) {
    const id = cleanText(text.trim());
    if (id === '') return null;
    if (id.length <= MAX_NAME_LENGTH) return id;
  }
  keepUnread(reading, at, 'unusable_id');
  return null;
}

/** Digits of an integer of any length, 42.0 included; null for anything else. */
function integerText(value: unknown): string | null {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  if (typeof value !== 'number' && !(value instanceof ExactNumber)) return null;
  return /^(-?\d+)(?:\.0+)?$/.exec(String(value))?.[1] ?? null;
}

function readSeq(reading: Reading): number | null {
  const value = reading.sorted.slots[SLOT.seq];
  if (value === undefined || value === '') return null;
  const seq = typeof value === 'string' || value instanceof ExactNumber ? Number(value) : value;
  if (typeof seq === 'number' && Number.isSafeInteger(seq) && seq >= 0) return seq;
  keepUnread(reading, SLOT.seq, 'unusable_seq');
  return null;
}
