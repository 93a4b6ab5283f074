import { exactValue } from './exact-number';
import { JsonFault } from './json-fault';
import { findTextEnd, unescapeText } from './json-text';

/** The value has more names, list elements or levels than allowed: reading stopped, and the rest may be JSON or not. */
export class JsonTooLarge extends JsonFault {
  /** Nesting depth there. */
  readonly depth: number;

  constructor({ at, open }: Pick<Reader, 'at' | 'open'>, expected: string) {
    super(at, expected);
    this.depth = open.length;
  }
}

/** How many names and list elements a value may have, at all its levels. */
export type JsonLimits = { names: number; elements: number };
const NO_LIMITS: JsonLimits = { names: Infinity, elements: Infinity };

export type JsonRead = { value: unknown; /** Behind the value's last character. */ end: number };

type Container = unknown[] | Record<string, unknown>;
type Reader = { text: string; at: number; open: Container[]; keys: string[]; left: JsonLimits };

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[A-Za-z]+|-[A-Za-z]+/y;
const WORDS: ReadonlyMap<string, unknown> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);
/** Python's `json.dumps` writes these for floats; they are not JSON, and no store holds such numbers. */
const NO_NUMBERS: ReadonlySet<string> = new Set(['NaN', 'Infinity', '-Infinity']);
/** More levels than any writer nests; bounds the memory for a text of brackets only. */
const MAX_DEPTH = 10_000;

/**
 * Reads the JSON value that begins at `start`, whatever comes behind it. Numbers keep their digits (`exactValue`);
 * inside of an object NaN, Infinity and -Infinity become texts, and a text may hold tabs and other control characters as they
 * are, line ends excepted. Any depth: what is open is on a list, not on the call stack. Throws JsonFault, and JsonTooLarge
 * at the first name or element beyond `limits`.
 */
export function readJson(text: string, start: number, limits: JsonLimits = NO_LIMITS): JsonRead {
  const reader: Reader = { text, at: start, open: [], keys: [], left: { ...limits } };
  for (;;) {
    skipSpace(reader);
    let value = readStart(reader);
    if (value === OPENED) continue;
    // A value is complete, and so are the containers that end behind it.
    for (;;) {
      const container = reader.open.at(-1);
      if (container === undefined) return { value, end: reader.at };
      put(container, reader, value);
      if (!readEnd(reader, container)) break;
      reader.open.pop();
      if (!Array.isArray(container)) reader.keys.pop();
      value = container;
    }
  }
}

/** A container was opened that has members. */
const OPENED = Symbol('opened');

function readStart(reader: Reader): unknown {
  const { text, at } = reader;
  if (reader.open.length > MAX_DEPTH) throw new JsonTooLarge(reader, `at most ${MAX_DEPTH} levels`);
  switch (text[at]) {
    case '{': {
      reader.at += 1;
      skipSpace(reader);
      if (take(reader, '}')) return {};
      reader.open.push({});
      reader.keys.push('');
      readKey(reader);
      return OPENED;
    }
    case '[': {
      reader.at += 1;
      skipSpace(reader);
      if (take(reader, ']')) return [];
      reader.open.push([]);
      return OPENED;
    }
    case '"':
      return readText(reader);
    default:
      return readWord(reader);
  }
}

/** After a member: true at the container's end, false when another member follows, whose key is then read. */
function readEnd(reader: Reader, container: Container): boolean {
  skipSpace(reader);
  const isList = Array.isArray(container);
  if (take(reader, isList ? ']' : '}')) return true;
  if (!take(reader, ',')) throw new JsonFault(reader.at, isList ? 'a comma or ]' : 'a comma or }');
  if (!isList) {
    skipSpace(reader);
    readKey(reader);
  }
  return false;
}

function readKey(reader: Reader): void {
  if ((reader.left.names -= 1) < 0) throw new JsonTooLarge(reader, 'fewer names');
  if (reader.text[reader.at] !== '"') throw new JsonFault(reader.at, 'a name in double quotes');
  reader.keys[reader.keys.length - 1] = readText(reader);
  skipSpace(reader);
  if (!take(reader, ':')) throw new JsonFault(reader.at, 'a colon');
}

function put(container: Container, reader: Reader, value: unknown): void {
  if (Array.isArray(container)) {
    if ((reader.left.elements -= 1) < 0) throw new JsonTooLarge(reader, 'fewer list elements');
    container.push(value);
    return;
  }
  const key = reader.keys.at(-1) ?? '';
  // Assigning __proto__ would set the object's prototype; JSON.parse makes it a property like any other.
  if (key !== '__proto__') container[key] = value;
  else Object.defineProperty(container, key, { value, enumerable: true, configurable: true, writable: true });
}

function readText(reader: Reader): string {
  const { text, at: start } = reader;
  const { at: end, isClosed, hasEscapes } = findTextEnd(text, start);
  if (!isClosed) throw new JsonFault(end, 'the end of the text in quotes');
  reader.at = end + 1;
  return hasEscapes ? unescapeText(text, start, end) : text.slice(start + 1, end);
}

function readWord(reader: Reader): unknown {
  const { text, at } = reader;
  NUMBER.lastIndex = at;
  const literal = NUMBER.exec(text)?.[0];
  if (literal !== undefined) {
    reader.at += literal.length;
    return exactValue(literal);
  }
  WORD.lastIndex = at;
  const word = WORD.exec(text)?.[0] ?? '';
  reader.at += word.length;
  if (WORDS.has(word)) return WORDS.get(word);
  if (NO_NUMBERS.has(word) && reader.keys.length > 0) return word;
  throw new JsonFault(at, 'a value');
}

function skipSpace(reader: Reader): void {
  const { text, at } = reader;
  // Usually there is none.
  if (text.charCodeAt(at) > 32) return;
  SPACE.lastIndex = at;
  reader.at += SPACE.exec(text)?.[0].length ?? 0;
}

function take(reader: Reader, char: string): boolean {
  if (reader.text[reader.at] !== char) return false;
  reader.at += 1;
  return true;
}
