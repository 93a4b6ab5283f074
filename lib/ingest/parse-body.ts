import { AppError } from '@/lib/errors';

/** Stands in an NDJSON batch for a line that is not JSON: refused by its index, its neighbours are kept. */
export const INVALID_JSON = Symbol('invalid json');

/**
 * The records of a body: one JSON object, an array of them, or NDJSON (blank lines do not count).
 * Throws `unreadable_body` when nothing in it can be read.
 */
export function parseBody(body: string, contentType: string | null): unknown[] {
  const start = body.search(/[^\s\uFEFF]/);
  if (start === -1) throw new AppError('unreadable_body', 'The body is empty; send a record, an array or NDJSON.');
  const isNdjson = /\b(x-)?ndjson\b|jsonl|json-seq/i.test(contentType ?? '');
  if (!isNdjson && body[start] === '[') return parseArray(body);
  return (isNdjson ? null : parseSingle(body, start)) ?? parseLines(body);
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

function parseLines(body: string): unknown[] {
  const records: unknown[] = [];
  let readable = 0;
  for (let from = 0; from < body.length;) {
    const newline = body.indexOf('\n', from);
    const end = newline === -1 ? body.length : newline;
    const text = body.slice(from, end);
    from = end + 1;
    if (text.trim() === '') continue;
    const value = parseJson(text);
    if (value !== INVALID_JSON) readable += 1;
    records.push(value);
  }
  if (readable > 0) return records;
  throw new AppError('unreadable_body', 'No line of the body is JSON; send a record, an array or NDJSON.');
}

function parseJson(text: string): unknown {
  try {
    // A byte order mark is not JSON's white space.
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    return INVALID_JSON;
  }
}
