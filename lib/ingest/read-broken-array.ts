import { AppError } from '@/lib/errors';
import { JsonFault, readJson } from '@/lib/json/read-json';
import { openPlaces, type PlaceOf } from './body-place';
import { UnreadableRecord } from './unreadable-record';

/** How many times the length of the body may be read to find the ends of bad elements. */
const READ_TIMES = 4;
/** How far the end of a bad element is looked for. */
const MAX_ELEMENT_LENGTH = 1024 * 1024;

type Reading = { body: string; placeOf: PlaceOf; /** Characters that may still be read again. */ budget: number };

/**
 * The elements of an array that is not JSON as a whole, one by one: what cannot be read is an UnreadableRecord at its index. Throws
 * `unreadable_body` when the array is cut short: nobody knows what it would have held. Returns the position behind it.
 */
export function* readBrokenArray(body: string, start: number): Generator<unknown, number> {
  const reading: Reading = { body, placeOf: openPlaces(body), budget: body.length * READ_TIMES };
  for (let at = skipBlank(body, start + 1); ;) {
    if (at >= body.length) throw cutShort(reading, at);
    if (body[at] === ']') return at + 1;
    const { value, end } = readElement(reading, at);
    yield value;
    at = skipBlank(body, end);
    if (body[at] === ',') at = skipBlank(body, at + 1);
  }
}

function readElement(reading: Reading, at: number): { value: unknown; end: number } {
  try {
    const read = readJson(reading.body, at);
    const next = skipBlank(reading.body, read.end);
    // A comma left out between two objects costs neither of them.
    if (next >= reading.body.length || ',]{'.includes(reading.body[next] ?? '')) return read;
    throw new JsonFault(next, 'a comma or ]');
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    if (skipBlank(reading.body, error.at) >= reading.body.length) throw cutShort(reading, error.at);
    const end = findEnd(reading, at, error.at);
    if (end === null) throw cutShort(reading, error.at);
    const place = reading.placeOf(error.at);
    return { value: new UnreadableRecord(`Not JSON at ${place}: expected ${error.expected}.`), end };
  }
}

function cutShort({ placeOf }: Reading, at: number): AppError {
  return new AppError(
    'unreadable_body',
    `The array is cut short or broken at ${placeOf(at)}: no end was found behind it; nothing was stored.`,
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

/** An object behind a comma that can be read, or the end of the array. */
function endByNext(reading: Reading, start: number, faultAt: number): number | null {
  const { body } = reading;
  const boundary = /[}\]"]\s*(?=,\s*\{)|\}\s*(?=\]\s*$)/g;
  // A text that is never closed is found out at the end of its line, behind the element.
  boundary.lastIndex = Math.max(start + 1, faultAt - 3);
  for (let match = boundary.exec(body); match; match = boundary.exec(body)) {
    const end = match.index + match[0].length;
    if (end - faultAt > MAX_ELEMENT_LENGTH || reading.budget < 0) return null;
    if (body[end] === ']') return end;
    const next = skipBlank(body, end + 1);
    try {
      reading.budget -= readJson(body, next).end - next;
      return end;
    } catch (error) {
      if (!(error instanceof JsonFault)) throw error;
      reading.budget -= error.at - next;
    }
  }
  return null;
}

function skipBlank(body: string, at: number): number {
  const blank = /\s*/y;
  blank.lastIndex = at;
  return at + (blank.exec(body)?.[0].length ?? 0);
}
