import { AppError } from '@/lib/errors';
import { parseExact } from '@/lib/json/exact-json';

/** Stands in an NDJSON batch for a line that is not JSON: refused by its index, its neighbours are kept. */
export const INVALID_JSON = Symbol('invalid json');

export type BodyRecords = {
  /** To be gone through once. Throws `unreadable_body` at its end when not one line of an NDJSON body was JSON. */
  records: Iterable<unknown>;
  count: () => number;
};

/**
 * The records of a body: one JSON object, an array of them, or NDJSON (blank lines do not count), whose lines are parsed
 * one at a time, so that a batch is not in memory a second time as objects. Throws `unreadable_body` when nothing in it
 * can be read.
 */
export function parseBody(body: string, contentType: string | null): BodyRecords {
  const start = body.search(/[^\s\uFEFF]/);
  if (start === -1) throw new AppError('unreadable_body', 'The body is empty; send a record, an array or NDJSON.');
  const isNdjson = /\b(x-)?ndjson\b|jsonl|json-seq/i.test(contentType ?? '');
  const whole = !isNdjson && body[start] === '[' ? parseArray(body) : isNdjson ? null : parseSingle(body, start);
  if (whole !== null) return { records: whole, count: () => whole.length };
  return { records: parseLines(body), count: () => countLines(body) };
}

function parseArray(body: string): unknown[] {
  const value = parseJson(body);
  if (Array.isArray(value)) return value;
  throw new AppError('unreadable_body', 'The body starts like a JSON array but is not one; was it cut short?');
}

/** One object, pretty-printed or not. A first line that is JSON by itself means NDJSON, and saves parsing it twice. */
function parseSingle(body: string, start: number): unknown[] | null {
  const lineEnd = body.indexOf('\n', start);
  if (lineEnd !== -1 && body.slice(lineEnd).trim() !== '' && parseJson(body.slice(start, lineEnd)) !== INVALID_JSON) {
    return null;
  }
  const value = parseJson(body);
  return value === INVALID_JSON ? null : [value];
}

function* parseLines(body: string): Generator<unknown> {
  let readable = 0;
  for (const text of linesOf(body)) {
    const value = parseJson(text);
    if (value !== INVALID_JSON) readable += 1;
    yield value;
  }
  if (readable > 0) return;
  throw new AppError('unreadable_body', 'No line of the body is JSON; send a record, an array or NDJSON.');
}

function countLines(body: string): number {
  let count = 0;
  for (const _ of linesOf(body)) count += 1;
  return count;
}

function* linesOf(body: string): Generator<string> {
  for (let from = 0; from < body.length;) {
    const newline = body.indexOf('\n', from);
    const end = newline === -1 ? body.length : newline;
    const text = body.slice(from, end);
    from = end + 1;
    if (text.trim() !== '') yield text;
  }
}

function parseJson(text: string): unknown {
  try {
    // A byte order mark is not JSON's white space.
    return parseExact(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    return INVALID_JSON;
  }
}
