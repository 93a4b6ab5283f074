import { LEVEL_NUMBER } from '@/lib/lines/level';
import { parseLevel, parseOtlpSeverity } from '@/lib/lines/parse-level';
import { parseTimestamp, type Timestamp } from '@/lib/lines/timestamp';
import { cleanText } from '@/lib/db/clean-text';
import { stringifyExact } from '@/lib/json/exact-json';
import { ExactNumber } from '@/lib/json/exact-number';
import { fillSlots, type LineDefaults } from './line-defaults';
import { SLOT, sortKeys } from './record-keys';
import type { RejectCode } from './schema';

/** Ids and names longer than this are refused (ids) or cut (names). */
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
};

/** Why a record is refused: the code, and which field was expected to be what; never the value, it may be a secret. */
export class RecordError extends Error {
  readonly code: RejectCode;
  constructor(code: RejectCode, detail: string) {
    super(detail);
    this.code = code;
  }
}

/**
 * Reads one record in any of the forms of the wire format. `receivedMs` stands in for a missing time, `defaults` for what
 * else it does not say. Throws RecordError.
 */
export function parseRecord(record: unknown, receivedMs: number, defaults: LineDefaults | null = null): ParsedRecord {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    throw new RecordError('not_an_object', 'A record is a JSON object with at least a message.');
  }
  const { slots, fields } = sortKeys(record as Record<string, unknown>);
  if (defaults) fillSlots(slots, defaults);
  const runId = readId(slots[SLOT.runId], 'run_id');
  const sessionId = readId(slots[SLOT.sessionId], 'session_id');
  if (runId !== null && sessionId !== null) fields.session_id = sessionId;
  return {
    time: readTime(slots[SLOT.timestamp], receivedMs),
    level: readLevel(slots, fields),
    message: readMessage(slots[SLOT.message]),
    component: readName(slots[SLOT.component]),
    device: readName(slots[SLOT.device]),
    phase: readName(slots[SLOT.phase]),
    fields,
    clientSeq: readSeq(slots[SLOT.seq]),
    runId: runId ?? sessionId,
    jobId: readId(slots[SLOT.jobId], 'job_id'),
    jobName: readName(slots[SLOT.jobName]) || null,
    jobType: readName(slots[SLOT.jobType]) || null,
  };
}

function readTime(value: unknown, receivedMs: number): Timestamp {
  if (value === undefined || value === '') return { ms: receivedMs, us: 0 };
  const time = parseTimestamp(value instanceof ExactNumber ? value.text : value);
  if (time) return time;
  throw new RecordError(
    'invalid_timestamp',
    'timestamp: expected ISO 8601, "YYYY-MM-DD HH:MM:SS,mmm" or seconds since 1970, in the years 1900 to 9999.',
  );
}

function readLevel(slots: unknown[], fields: Record<string, unknown>): number {
  const severity = slots[SLOT.severityNumber];
  if (slots[SLOT.level] === undefined || slots[SLOT.level] === '') {
    if (severity === undefined) return LEVEL_NUMBER.INFO;
    const level = parseOtlpSeverity(Number(severity));
    if (level !== null) return level;
    throw new RecordError('invalid_level', 'severityNumber: expected an OTLP severity from 1 to 24.');
  }
  if (severity !== undefined) fields.severityNumber = severity;
  const value = slots[SLOT.level];
  const level = parseLevel(value instanceof ExactNumber ? Number(value.text) : value);
  if (level !== null) return level;
  throw new RecordError(
    'invalid_level',
    "level: expected DEBUG, INFO, WARNING, ERROR or CRITICAL in any case, a common alias, Python's number or an OTLP severity.",
  );
}

function readMessage(value: unknown): string {
  if (typeof value === 'string') return cleanText(value);
  if (value === undefined) throw new RecordError('message_missing', 'message: expected a text.');
  return cleanText(typeof value === 'object' ? stringifyExact(value) : String(value));
}

function readName(value: unknown): string {
  if (value === undefined) return '';
  const text = typeof value === 'string' ? value : typeof value === 'object' ? stringifyExact(value) : String(value);
  const clean = cleanText(text.trim());
  return clean.length <= MAX_NAME_LENGTH ? clean : `${clean.slice(0, MAX_NAME_LENGTH - 1).toWellFormed()}…`;
}

function readId(value: unknown, field: string): string | null {
  if (value === undefined || value === '') return null;
  const text = typeof value === 'string' ? value : integerText(value);
  if (text !== null) {
    const id = cleanText(text.trim());
    if (id === '') return null;
    if (id.length <= MAX_NAME_LENGTH) return id;
  }
  throw new RecordError(
    'invalid_id',
    `${field}: expected an integer or a text of at most ${MAX_NAME_LENGTH} characters.`,
  );
}

/** Digits of an integer of any length, 42.0 included; null for anything else. */
function integerText(value: unknown): string | null {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  if (typeof value !== 'number' && !(value instanceof ExactNumber)) return null;
  return /^(-?\d+)(?:\.0+)?$/.exec(String(value))?.[1] ?? null;
}

function readSeq(value: unknown): number | null {
  if (value === undefined || value === '') return null;
  const seq = typeof value === 'string' || value instanceof ExactNumber ? Number(value) : value;
  if (typeof seq === 'number' && Number.isSafeInteger(seq) && seq >= 0) return seq;
  throw new RecordError('invalid_seq', 'seq: expected an integer from 0 on.');
}
