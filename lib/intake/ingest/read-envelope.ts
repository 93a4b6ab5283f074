import { parseExact } from '@/lib/json/exact-json';
import { findTextEnd } from '@/lib/json/json-text';
import { measureJsonInTurns } from '@/lib/json/measure-json';
import { readArray } from './read-array';
import { SURE_LENGTH } from './record-limits';
import { isBatchName, isEnvelope, joinShared } from './spread-value';

/** An envelope whose list is too long to be parsed at once. */
export type Envelope = {
  /** Members beside the list. */
  shared: Record<string, unknown>;
  /** Of the list's bracket. */
  listAt: number;
  /** Behind the envelope. */
  end: number;
};

const MEMBER = /\s*("(?:[^"\\]|\\.){0,100}")\s*:\s*/y;
/** Members that are looked at for the list; an envelope has some few. */
const MAX_MEMBERS = 100;

/** The envelope that begins at `start`, told by its own names and brackets, each character looked at once; null for an object that is none, or is no JSON there. */
export function* findEnvelope(body: string, start: number): Generator<unknown, Envelope | null> {
  let list: { from: number; to: number } | null = null;
  for (let at = start + 1, members = 0; list !== null || members < MAX_MEMBERS; members += 1) {
    MEMBER.lastIndex = at;
    const member = MEMBER.exec(body);
    if (!member) return null;
    const valueAt = MEMBER.lastIndex;
    const valueEnd = yield* endOfValue(body, valueAt);
    if (valueEnd === null) return null;
    if (body[valueAt] === '[' && isBatchName(nameOf(member[1] ?? ''))) list ??= { from: valueAt, to: valueEnd };
    at = valueEnd + 1;
    if (body[valueEnd] === ',') continue;
    const shared = list && parseShared(`${body.slice(start, list.from)}[]${body.slice(list.to, at)}`);
    return list && shared && { shared, listAt: list.from, end: at };
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
function* endOfValue(body: string, start: number): Generator<unknown, number | null> {
  const first = body[start];
  let at = start;
  if (first === '[' || first === '{') at = (yield* measureJsonInTurns(body, start)).end ?? body.length;
  else if (first === '"') {
    const text = findTextEnd(body, start);
    at = text.isClosed ? text.at + 1 : body.length;
  }
  const rest = /[^,}]*/y;
  rest.lastIndex = at;
  at += rest.exec(body)?.[0].length ?? 0;
  return at < body.length ? at : null;
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
