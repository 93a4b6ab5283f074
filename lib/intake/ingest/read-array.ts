import { AppError } from '@/lib/errors';
import { parseExact } from '@/lib/json/exact-json';
import { measureJson } from '@/lib/json/measure-json';
import { JsonFault } from '@/lib/json/json-fault';
import { JsonTooLarge, readJson, type JsonRead } from '@/lib/json/read-json';
import { openPositions, type PositionOf } from './body-position';
import { findRecordEnd, readRecord, RECORD_LIMITS, SURE_LENGTH, tooLargeRecord } from './record-limits';
import { UnreadableRecord } from './unreadable-record';

/** How many times the length of the body may be read to find the ends of bad elements. */
const READ_TIMES = 4;
/** How far the end of a bad element is looked for. */
const MAX_ELEMENT_LENGTH = 1024 * 1024;
/** Blanks behind it that are looked over. */
const MAX_GAP_LENGTH = 64 * 1024;

type Reading = { body: string; positionOf: PositionOf; /** Characters that may still be read again. */ budget: number };

/**
 * The elements of an array, whose bracket is at `start`. Read one by one, so that whoever goes through them may pause: a body of 20 MB
 * at once holds the server for half a second, and twice its size in memory. In an array that is not JSON as a whole, what cannot be
 * read is an UnreadableRecord at its index. Throws `unreadable_body` when the array is cut short: nobody knows what it would have
 * held. Returns the position behind it.
 */
export function* readArray(body: string, start: number): Generator<unknown, number> {
  const reading: Reading = { body, positionOf: openPositions(body), budget: body.length * READ_TIMES };
  // A slice that cannot be parsed is read element by element, so that it is not parsed in vain again for each of them.
  let oneByOneUntil = 0;
  for (let at = skipBlank(body, start + 1); ;) {
    if (at >= body.length) throw cutShort(reading, at);
    if (body[at] === ']') return at + 1;
    const slice = at < oneByOneUntil ? null : readSlice(body, at);
    if (slice) {
      yield* slice.values;
      at = skipBlank(body, slice.end);
    } else {
      if (at >= oneByOneUntil) oneByOneUntil = at + SURE_LENGTH;
      const { value, end } = yield* readElement(reading, at);
      yield value;
      at = skipBlank(body, end);
    }
    if (body[at] === ',') at = skipBlank(body, at + 1);
  }
}

/**
 * True when an array's first elements are JSON; a body that only looks like an array is text, or refused as a whole.
 */
export function isArrayStart(body: string, start: number): boolean {
  const at = skipBlank(body, start + 1);
  return body[at] === ']' || parseElement(body, at) !== null || body[at] === '"';
}

/** How often a border between elements is looked for, nearer each time; the first is mostly right. */
const SLICE_TRIES = 3;

/**
 * Parses several elements at once, up to a position that looks like a border between two. If the slice in brackets is
 * JSON, it holds whole elements: cut inside a text or an inner list, it would not be JSON. Null when this does not
 * work.
 */
function readSlice(body: string, start: number): { values: unknown[]; end: number } | null {
  const seam = SEAMS[body[start] ?? ''];
  let limit = start + SURE_LENGTH;
  for (let tries = 0; seam !== undefined && tries < SLICE_TRIES; tries += 1) {
    const end = body.length <= limit ? body.lastIndexOf(']') : findSeam(body, { start, limit, seam });
    if (end <= start) return null;
    const values = tryList(body.slice(start, end));
    if (values) return { values, end };
    limit = Math.min(body.length - 1, start + Math.floor((end - start) / 2));
  }
  return null;
}

/** Characters around the comma between elements of each kind. */
const SEAMS: Readonly<Record<string, string>> = { '{': '}{', '"': '""' };

function tryList(elements: string): unknown[] | null {
  try {
    return parseExact(`[${elements}]`) as unknown[];
  } catch {
    return null;
  }
}

/** The last comma that has these characters around it, blanks aside; -1 when there is none. */
function findSeam(body: string, { start, limit, seam }: { start: number; limit: number; seam: string }): number {
  for (let at = body.lastIndexOf(',', limit); at > start; at = body.lastIndexOf(',', at - 1)) {
    let before = at - 1;
    while (isSpace(body.charCodeAt(before))) before -= 1;
    let after = at + 1;
    while (isSpace(body.charCodeAt(after))) after += 1;
    if (body[before] === seam[0] && body[after] === seam[1]) return at;
  }
  return -1;
}

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

/**
 * A short JSON element whose end its brackets tell: finding that costs a tenth of reading it, and the engine parses it.
 */
function parseElement(body: string, start: number): JsonRead | null {
  const first = body[start];
  if (first !== '{' && first !== '[') return null;
  const { end } = measureJson(body, start, start + SURE_LENGTH);
  if (end === null) return null;
  try {
    return { value: parseExact(body.slice(start, end)), end };
  } catch {
    return null;
  }
}

function* readElement(reading: Reading, at: number): Generator<unknown, JsonRead> {
  try {
    const read = parseElement(reading.body, at) ?? readRecord(reading.body, at);
    const next = skipBlank(reading.body, read.end);
    // A missing comma between two objects does not cost either of them.
    if (next >= reading.body.length || ',]{'.includes(reading.body[next] ?? '')) return read;
    throw new JsonFault(next, 'a comma or ]');
  } catch (error) {
    if (error instanceof JsonTooLarge) return yield* passOver(reading, at, error);
    if (!(error instanceof JsonFault)) throw error;
    if (skipBlank(reading.body, error.at) >= reading.body.length) throw cutShort(reading, error.at);
    const end = findEnd(reading, at, error.at);
    if (end === null) throw cutShort(reading, error.at);
    const position = reading.positionOf(error.at);
    return { value: new UnreadableRecord(`Not JSON at ${position}: expected ${error.expected}.`), end };
  }
}

function* passOver(reading: Reading, at: number, fault: JsonTooLarge): Generator<unknown, JsonRead> {
  const end = yield* findRecordEnd(reading, at);
  if (end === null) throw cutShort(reading, fault.at);
  return { value: tooLargeRecord(fault), end };
}

function cutShort({ positionOf }: Reading, at: number): AppError {
  return new AppError(
    'unreadable_body',
    `The array is cut short or broken at ${positionOf(at)}: no end was found behind it; nothing was stored.`,
  );
}

/** Where the bad element ends: before its comma or the array's bracket, by its own brackets or, when they do not match, by what follows. */
function findEnd(reading: Reading, start: number, faultAt: number): number | null {
  const byBrackets = endByBrackets(reading, start);
  if (byBrackets !== null && isBoundary(reading, start, byBrackets)) return byBrackets;
  return endByNext(reading, start, faultAt);
}

function endByBrackets(reading: Reading, start: number): number | null {
  const { body } = reading;
  const token = /["{}[\],\\\n]/g;
  token.lastIndex = start;
  let depth = 0;
  let isText = false;
  for (let match = token.exec(body); match; match = token.exec(body)) {
    const { 0: char, index } = match;
    if (index - start > MAX_ELEMENT_LENGTH || (reading.budget -= 1) < 0) break;
    if (isText && char === '\\') token.lastIndex = index + 2;
    else if (char === '"') isText = !isText;
    // No text of JSON goes over a line end: this one was never closed.
    else if (char === '\n') isText = false;
    else if (isText) continue;
    else if (depth === 0 && (char === ',' || char === ']')) return index;
    else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') depth -= 1;
    if (depth < 0) return null;
  }
  return null;
}

function isBoundary({ body }: Reading, start: number, end: number): boolean {
  const next = skipBlank(body, end + 1);
  const follows = body[next] ?? '';
  if (body[end] === ']') return follows === '' || follows === '[' || follows === '{';
  return body[start] === '{' ? /[{\w\],-]/.test(follows) : follows !== '';
}

/** Looks for a comma with a readable object behind it, or the end of the array. */
function endByNext(reading: Reading, start: number, faultAt: number): number | null {
  const { body } = reading;
  const boundary = /[}\]"]\s*(?=,\s*\{)|\}\s*(?=\]\s*$)/g;
  const near = body.slice(0, faultAt + MAX_ELEMENT_LENGTH + MAX_GAP_LENGTH);
  // An unclosed text is detected at the end of its line, behind the element.
  boundary.lastIndex = Math.max(start + 1, faultAt - 3);
  for (let match = boundary.exec(near); match; match = boundary.exec(near)) {
    const end = match.index + match[0].length;
    if (end - faultAt > MAX_ELEMENT_LENGTH || reading.budget < 0) return null;
    if (body[end] === ']' && skipBlank(body, end + 1) >= body.length) return end;
    const next = skipBlank(body, end + 1);
    try {
      reading.budget -= readJson(body, next, RECORD_LIMITS).end - next;
      return end;
    } catch (error) {
      if (!(error instanceof JsonFault)) throw error;
      reading.budget -= error.at - next;
    }
  }
  return null;
}

function skipBlank(body: string, start: number): number {
  let at = start;
  while (isSpace(body.charCodeAt(at))) at += 1;
  return at;
}
