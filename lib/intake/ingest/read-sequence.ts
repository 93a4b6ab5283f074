import { AppError } from '@/lib/errors';
import { parseExact } from '@/lib/json/exact-json';
import { JsonFault } from '@/lib/json/json-fault';
import { measureJson } from '@/lib/json/measure-json';
import { PAUSE_MARK } from '@/lib/json/pause-mark';
import { JsonTooLarge, type JsonRead } from '@/lib/json/read-json';
import { openPositions, type PositionOf } from './body-position';
import { cutBeforeReading } from './cut-line';
import { openLineEnds, type EndOfLine } from './line-ends';
import { parseTextLine } from './parse-text-line';
import { isArrayStart, readArray } from './read-array';
import { findEnvelope, readEnvelope } from './read-envelope';
import { findRecordEnd, readRecord, SURE_LENGTH, tooLargeRecord } from './record-limits';
import { BATCH_NAME, spreadValue } from './spread-value';
import { continueTrace, openTrace, type Trace } from './trace-lines';
import { UnreadableRecord } from './unreadable-record';

/** What a sender says about a body: JSON; text, in which nothing counts as broken JSON; or neither. */
export type BodyKind = 'json' | 'text' | 'unknown';

type Sequence = {
  body: string;
  kind: BodyKind;
  hasEnvelopes: boolean;
  positionOf: PositionOf;
  endOfLine: EndOfLine;
  /** Characters that may still be read in vain for values over several lines; at 0 only single lines are read. */
  budget: number;
  /** Is nothing read yet? */
  isFirst: boolean;
  /** Lists that held no record, so far. */
  emptyLists: number;
  trace: Trace;
  /** Where the last line of text ended, blanks behind it included. */
  textEnd: number;
};

/** An envelope's list begins before this position or not at all. */
const MAX_ENVELOPE_HEAD = 4096;
const REREAD_TIMES = 2;
const NOTHING = Symbol('nothing');

/**
 * The records of a body that is one value after the other: a line each or over several lines, with nothing, a comma or a record
 * separator (RFC 7464) between them, and lines of text in any mixture. Blank lines do not count. What was meant as JSON and
 * is none is an UnreadableRecord. Throws `unreadable_body` for a first value that is cut short.
 */
export function* readSequence(body: string, kind: BodyKind): Generator<unknown> {
  const sequence = openSequence(body, kind);
  const { hasEnvelopes } = sequence;
  let at = 0;
  for (;;) {
    const lineStart = at;
    at = skipBlank(body, at);
    if (at >= body.length) return;
    // Blanks behind a text belong to it, and are passed over once.
    if (sequence.textEnd === lineStart) sequence.textEnd = at;
    const end = sequence.endOfLine(at);
    if (!isValueStart(body, at)) {
      yield readText(sequence, lineStart + body.slice(lineStart, at).lastIndexOf('\n') + 1, end);
      at = end;
    } else {
      const value = end - at <= SURE_LENGTH && isWhole(body, end) ? tryParse(body.slice(at, end)) : NOTHING;
      if (value === NOTHING) at = yield* readValues(sequence, at, end);
      else if (hasEnvelopes || Array.isArray(value)) yield* spread(sequence, value);
      else yield value;
      if (value !== NOTHING) at = end;
    }
    sequence.isFirst = false;
  }
}

function openSequence(body: string, kind: BodyKind): Sequence {
  return {
    body,
    kind,
    hasEnvelopes: BATCH_NAME.test(body.slice(0, MAX_ENVELOPE_HEAD)),
    positionOf: openPositions(body),
    endOfLine: openLineEnds(body),
    // Braces on lines of their own in a text are the text's.
    budget: kind === 'text' && !isValueStart(body, skipBlank(body, 0)) ? 0 : body.length * REREAD_TIMES,
    isFirst: true,
    emptyLists: 0,
    trace: openTrace(),
    textEnd: 0,
  };
}

/** False for a line that is no value by itself, told without an exception. */
function isWhole(body: string, end: number): boolean {
  let code = body.charCodeAt(end - 1);
  for (let at = end - 1; code === 13 || code === 32; code = body.charCodeAt(at)) at -= 1;
  return code === 125 || code === 93;
}

function tryParse(text: string): unknown {
  try {
    return parseExact(text);
  } catch {
    return NOTHING;
  }
}

/** Reads values from `at` on that cover several lines; returns where the next line begins. */
function* readValues(sequence: Sequence, at: number, lineEnd: number): Generator<unknown, number> {
  const { body } = sequence;
  let end = lineEnd;
  for (let from = at; ;) {
    const read = (yield* readInParts(sequence, from)) ?? (yield* readValue(sequence, from, end));
    if (read instanceof JsonFault) return yield* refuse(sequence, { from, end, fault: read });
    if (read.value !== NOTHING) yield* spread(sequence, read.value);
    sequence.isFirst = false;
    if (read.end > end) end = sequence.endOfLine(read.end);
    from = skipBetween(body, read.end);
    if (from >= end) return from;
  }
}

/** The records of a long array or envelope, which are never in memory all at once; null for any other value. */
function* readInParts(sequence: Sequence, from: number): Generator<unknown, JsonRead | null> {
  const { body, hasEnvelopes } = sequence;
  if (body[from] === '[') {
    if (!BROKEN_ARRAY.test(body.slice(from, from + 100)) || !isLong(sequence, from) || !isArrayStart(body, from)) {
      return null;
    }
    for (const array = readArray(body, from); ;) {
      const { value, done } = array.next();
      if (done) return { value: NOTHING, end: value as number };
      yield* spread(sequence, value);
    }
  }
  const envelope = hasEnvelopes && isLong(sequence, from) ? yield* findEnvelope(body, from) : null;
  if (!envelope) return null;
  yield PAUSE_MARK;
  yield* readEnvelope(body, envelope);
  return { value: NOTHING, end: envelope.end };
}

/** Millions of empty lists hold no record behind which to pause. */
const PAUSE_LISTS = 1000;

function* spread(sequence: Sequence, value: unknown): Generator<unknown> {
  if (!Array.isArray(value) || value.length > 0) yield* spreadValue(value);
  else if ((sequence.emptyLists += 1) % PAUSE_LISTS === 0) yield PAUSE_MARK;
}

/** Whether a value does not end within the length that keeps to a record's limits. */
function isLong(sequence: Sequence, from: number): boolean {
  const { body } = sequence;
  if (body.length - from <= SURE_LENGTH || sequence.budget <= 0) return false;
  const { end } = measureJson(body, from, from + SURE_LENGTH);
  if (end === null) sequence.budget -= SURE_LENGTH;
  return end === null;
}

function* readValue(sequence: Sequence, from: number, lineEnd: number): Generator<unknown, JsonRead | JsonFault> {
  const { body } = sequence;
  try {
    const read = readRecord(body, from);
    const end = read.end > lineEnd ? sequence.endOfLine(read.end) : lineEnd;
    const next = skipBetween(body, read.end);
    if (read.end > lineEnd && sequence.budget <= 0) return new JsonFault(lineEnd, 'the end of the value in its line');
    return next >= end || isValueStart(body, next) ? read : new JsonFault(next, 'the next record');
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    sequence.budget -= Math.max(0, error.at - lineEnd);
    if (!(error instanceof JsonTooLarge)) return error;
    return { value: tooLargeRecord(error), end: (yield* findRecordEnd(sequence, from)) ?? lineEnd };
  }
}

type Refused = { from: number; end: number; fault: JsonFault };

function* refuse(sequence: Sequence, { from, end, fault }: Refused): Generator<unknown, number> {
  const { body, kind } = sequence;
  if (sequence.isFirst && kind !== 'text' && isBrokenArray(sequence, { from, end, fault })) {
    for (const array = readArray(body, from); ;) {
      const { value, done } = array.next();
      if (done) return value as number;
      yield* spread(sequence, value);
    }
  }
  if (!isMeantAsJson(body.slice(from, end), kind)) {
    yield readText(sequence, from, end);
    return end;
  }
  const position = sequence.positionOf(fault.at);
  if (sequence.isFirst && skipBlank(body, fault.at) >= body.length) {
    throw new AppError('unreadable_body', `The body is cut short at ${position}: expected ${fault.expected}.`);
  }
  yield new UnreadableRecord(`Not JSON at ${position}: expected ${fault.expected}.`);
  return fault.at <= end ? end : yield* resumeBehind(body, end);
}

/** Excludes records of one line each in which a brace became a bracket. */
function isBrokenArray(sequence: Sequence, { from, end, fault }: Refused): boolean {
  const { body } = sequence;
  if (!BROKEN_ARRAY.test(body.slice(from, from + 100))) return false;
  const next = skipBlank(body, end);
  if (fault.at > end || body[next] !== '{' || !/\}\s*$/.test(body.slice(end - 10, end))) return true;
  const nextEnd = sequence.endOfLine(next);
  return nextEnd - next > SURE_LENGTH || tryParse(body.slice(next, nextEnd)) === NOTHING;
}

const BROKEN_ARRAY = /^\[\s*(?:[[{"\]]|(?:NaN|-?Infinity|undefined|null|true|false|-?\d[\d.eE+-]*)\s*,)/;

/** `[INFO] …`, `{master:0}` and the like are text. */
function isMeantAsJson(line: string, kind: BodyKind): boolean {
  if (kind === 'text') return false;
  return line.startsWith('[') ? /^\[\s*(?:[[{"\]]|$)/.test(line) : kind === 'json' || /^\{\s*(?:["}]|$)/.test(line);
}

/** Lines of a pretty-printed value that is broken: indented, or the rest of it. What begins otherwise is the next record. */
const CONTINUED = /\n(?=[ \t\r\n}\],"])[^\n]*/y;

/** Lines that are passed over behind which to pause; 10,000 take 1 ms. */
const PAUSE_LINES = 10_000;

function* resumeBehind(body: string, lineEnd: number): Generator<unknown, number> {
  let at = lineEnd;
  for (let lines = 1; ; lines += 1) {
    CONTINUED.lastIndex = at;
    const length = CONTINUED.exec(body)?.[0].length ?? 0;
    if (length === 0) return at;
    at += length;
    if (lines % PAUSE_LINES === 0) yield PAUSE_MARK;
  }
}

/** A line of text, indentation kept. A text in quotes is the text, where JSON may be meant. */
function readText(sequence: Sequence, from: number, end: number): unknown {
  const { body, kind } = sequence;
  const text = cutBeforeReading(body.slice(from, end))
    .replace(/^[\0\u001e\uFEFF]+/, '')
    .replace(/(?<![\0\r])[\0\r]+$/, '');
  if (kind === 'json' && text === 'null') return null;
  const value = kind !== 'text' && text.startsWith('"') ? tryParse(text) : text;
  // Text between values is no line of text, and ends a stack.
  if (skipBlank(body, sequence.textEnd) < from) sequence.trace = openTrace();
  sequence.textEnd = end;
  return continueTrace(sequence.trace, parseTextLine(typeof value === 'string' ? value : text));
}

const isValueStart = (body: string, at: number): boolean => {
  const code = body.charCodeAt(at);
  return code === 123 || code === 91;
};

/** White space of JSON, NUL, which ends a frame of syslog, record separators and byte order marks. */
function skipBlank(body: string, start: number): number {
  let at = start;
  for (;;) {
    const code = body.charCodeAt(at);
    const isBlank = code === 10 || code === 32 || code === 13 || code === 9 || code === 0 || code === 30;
    if (!isBlank && code !== 0xfeff) return at;
    at += 1;
  }
}

const COMMA = 44;

/** Commas too, as between the elements of an array without brackets. A body may be commas only, so a run of them is passed over in place. */
function skipBetween(body: string, start: number): number {
  let at = skipBlank(body, start);
  while (body.charCodeAt(at) === COMMA) {
    while (body.charCodeAt(at) === COMMA) at += 1;
    at = skipBlank(body, at);
  }
  return at;
}
