import { ExactNumber } from './exact-number';
import { JsonFault } from './json-fault';
import { readJson } from './read-json';

/** A literal where a value can stand. */
const VALUE_LITERAL = /[:,[]\s*(-?\d[\d.eE+-]*)/g;

const QUOTE = 34;
const PLUS = 43;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;
const E = 101;
const LOWER_CASE = 32;

/**
 * False when `JSON.parse` surely keeps every number of the JSON value `text` to the digit: what nearly every line is told by, in a
 * tenth of the time of parsing it. A number ends before a comma or the end of the text, brackets and blanks between them
 * aside; so only there is looked, for digits that look as if JavaScript would write them otherwise.
 */
function mayHoldExact(text: string): boolean {
  for (let comma = text.indexOf(','); comma !== -1; comma = text.indexOf(',', comma + 1)) {
    if (isOddBefore(text, comma)) return true;
  }
  return isOddBefore(text, text.length);
}

/** Doubles keep 15 digits; a fraction of fewer than 8 characters cannot be so small that it is written with an exponent. */
const MAX_SURE_LENGTH = 15;
const MAX_SURE_FRACTION = 8;

function isOddBefore(text: string, end: number): boolean {
  let at = end - 1;
  let code = text.charCodeAt(at);
  if (code === QUOTE) return false;
  while (code === 93 || code === 125 || code <= 32) code = text.charCodeAt((at -= 1));
  const last = at;
  let hasPoint = false;
  while ((code >= ZERO && code <= NINE) || code === POINT) {
    hasPoint ||= code === POINT;
    code = text.charCodeAt((at -= 1));
  }
  const length = last - at;
  if (length === 0) return false;
  const isZeroLast = text.charCodeAt(last) === ZERO;
  if ((code | LOWER_CASE) === E || code === PLUS) return true;
  if (code === MINUS && ((length === 1 && isZeroLast) || (text.charCodeAt(at - 1) | LOWER_CASE) === E)) return true;
  return length > MAX_SURE_LENGTH || (hasPoint && (isZeroLast || length > MAX_SURE_FRACTION));
}

/** True when `JSON.parse` would change the digits of a number. */
function holdsExact(text: string): boolean {
  for (const [, literal = ''] of text.matchAll(VALUE_LITERAL)) if (String(Number(literal)) !== literal) return true;
  return /^\s*-?\d/.test(text);
}

/** `JSON.parse`, with ExactNumbers where a double would change the digits. Throws SyntaxError. */
export function parseExact(text: string): unknown {
  if (!mayHoldExact(text) || !holdsExact(text)) return JSON.parse(text);
  try {
    const { value, end } = readJson(text, 0);
    if (!/\S/.test(text.slice(end))) return value;
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
  }
  throw new SyntaxError('The text is not JSON.');
}

/** `JSON.stringify`, with the digits of ExactNumbers as numbers. */
export function stringifyExact(value: unknown, space?: number): string {
  const before = ExactNumber.jsonCount;
  const json = JSON.stringify(value, null, space);
  if (ExactNumber.jsonCount === before) return json;
  // A prefix that does not occur in the text tells the numbers from texts that look alike.
  let prefix = '#';
  while (json.includes(`"${prefix}`)) prefix += '#';
  const marked = ExactNumber.stringifyMarked(value, space, prefix);
  return marked.replaceAll(new RegExp(`"${prefix}([^"]*)"`, 'g'), '$1');
}

type Packed = { exactJson: string };

/** The value itself, or its JSON when it holds ExactNumbers, which React cannot hand from the server to the browser. */
export function packExact(value: unknown): unknown {
  const before = ExactNumber.jsonCount;
  JSON.stringify(value);
  return ExactNumber.jsonCount === before ? value : ({ exactJson: stringifyExact(value) } satisfies Packed);
}

export const unpackExact = (value: unknown): unknown => (isPacked(value) ? parseExact(value.exactJson) : value);

const isPacked = (value: unknown): value is Packed =>
  typeof value === 'object' && value !== null && 'exactJson' in value && typeof value.exactJson === 'string';

/**
 * The JSON of a request that is not lines: integers that a double cannot hold are text, since only ids are so long; other numbers
 * are doubles. Throws SyntaxError.
 */
export function parseInput(text: string): unknown {
  return mayHoldExact(text) ? withoutExact(parseExact(text)) : JSON.parse(text);
}

function withoutExact(value: unknown): unknown {
  if (value instanceof ExactNumber) return /^-?\d+$/.test(value.text) ? value.text : Number(value.text);
  if (Array.isArray(value)) return value.map(withoutExact);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutExact(inner)]));
}
