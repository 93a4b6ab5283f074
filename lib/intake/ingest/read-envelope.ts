import { measureJson } from '@/lib/json/measure-json';
import { parseExact } from '@/lib/json/exact-json';
import { readArray } from './read-array';
import { SURE_LENGTH } from './record-limits';
import { isBatchName, isEnvelope, joinShared } from './spread-value';

/** An envelope whose list is too long to be parsed at once. */
export type Envelope = {
  /** What it holds beside the list. */
  shared: Record<string, unknown>;
  /** Of the list's bracket. */
  listAt: number;
  /** Behind the envelope. */
  end: number;
};

const MEMBER = /\s*("(?:[^"\\]|\\.){0,100}")\s*:\s*/y;
/** Members that are looked at for the list; an envelope has some few. */
const MAX_MEMBERS = 100;

/** The envelope that begins at `start`, told by its own names and brackets; null for an object that is none, or is no JSON there. */
export function findEnvelope(body: string, start: number): Envelope | null {
  const { end } = measureJson(body, start);
  if (end === null) return null;
  for (let at = start + 1, members = 0; members < MAX_MEMBERS; members += 1) {
    MEMBER.lastIndex = at;
    const member = MEMBER.exec(body);
    if (!member) return null;
    const valueAt = MEMBER.lastIndex;
    const valueEnd = endOfValue(body, valueAt, end);
    if (valueEnd === null) return null;
    if (body[valueAt] === '[' && isBatchName(nameOf(member[1] ?? ''))) {
      const shared = parseShared(`${body.slice(start, valueAt)}[]${body.slice(valueEnd, end)}`);
      return shared && { shared, listAt: valueAt, end };
    }
    if (body[valueEnd] !== ',') return null;
    at = valueEnd + 1;
  }
  return null;
}

/** The envelope's records, each with what is said for all of them. */
export function* readEnvelope(body: string, { shared, listAt }: Envelope): Generator<unknown> {
  for (const element of readArray(body, listAt)) yield* joinShared([element], shared);
}

function nameOf(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return '';
  }
}

/** Behind the member's value: where its comma or the object's bracket stands. */
function endOfValue(body: string, start: number, limit: number): number | null {
  const first = body[start];
  let at = start;
  if (first === '[' || first === '{') at = measureJson(body, start, limit).end ?? limit;
  else if (first === '"') {
    for (at += 1; at < limit && body[at] !== '"'; at += 1) if (body[at] === '\\') at += 1;
    at += 1;
  }
  const rest = /[^,}]*/y;
  rest.lastIndex = at;
  at += rest.exec(body)?.[0].length ?? 0;
  return at < limit ? at : null;
}

function parseShared(text: string): Record<string, unknown> | null {
  if (text.length > SURE_LENGTH) return null;
  try {
    const value = parseExact(text) as Record<string, unknown>;
    const entries = Object.entries(value);
    return isEnvelope(entries) ? Object.fromEntries(entries.filter(([, inner]) => !Array.isArray(inner))) : null;
  } catch {
    return null;
  }
}
