const AMP = '&(?:amp;){0,3}';
const NAMES: ReadonlyMap<string, string> = new Map([
  ...([
    ['quot', '"'],
    ['apos', "'"],
    ['lt', '<'],
    ['gt', '>'],
    ['amp', '&'],
    ['nbsp', ' '],
    ['equals', '='],
  ] as const),
  ...([
    ['colon', ':'],
    ['comma', ','],
    ['semi', ';'],
    ['sol', '/'],
    ['num', '#'],
    ['dollar', '$'],
    ['excl', '!'],
  ] as const),
  ...([
    ['quest', '?'],
    ['commat', '@'],
    ['percnt', '%'],
    ['plus', '+'],
    ['ast', '*'],
    ['lowbar', '_'],
  ] as const),
  ...([
    ['lpar', '('],
    ['rpar', ')'],
    ['lsqb', '['],
    ['rsqb', ']'],
    ['lbrace', '{'],
    ['rbrace', '}'],
  ] as const),
]);

const NAME_LIST = [...NAMES.keys()].join('|');
const ENTITY_PART = new RegExp(`${AMP}(?:(${NAME_LIST})|#0{0,4}(\\d{2,6})|#[xX]0{0,4}([0-9a-fA-F]{2,5}));`, 'y');

const URL_CODE = /%(?:25){0,2}(?:0[9ad]|[2-7][0-9a-f])/i;
const ENTITY = /&(?:amp;){0,3}(?:#|[a-z]{2,6};)/i;

/** Whether a text without a backslash can hold an encoded character. */
export const mayBeEncoded = (text: string): boolean =>
  (text.includes('%') && URL_CODE.test(text)) ||
  (text.includes('&') && ENTITY.test(text)) ||
  text.includes('：') ||
  text.includes('＝');

/**
 * A part of a text that stands for one character: where it ends, and the character, null when it is better read as written;
 * `isMaybe` when it does so only within a command.
 */
export type EncodedPart = { end: number; meaning: string | null; isMaybe?: true };

const PERCENT = 0x25;
const AMPERSAND = 0x26;
const PLUS = 0x2b;
const COLON = 0x3a;
const EQUALS = 0x3d;
const WIDE_COLON = 0xff1a;
const WIDE_EQUALS = 0xff1d;

/** The value of a hexadecimal digit, -1 for any other character. */
function digitAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

/** The number of `count` hexadecimal digits, -1 when there are fewer. */
export function hexAt(text: string, at: number, count: number): number {
  let value = 0;
  for (let index = at; index < at + count; index += 1) {
    const digit = digitAt(text, index);
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

/** The encoded character of a URL or of HTML at `at`, also when it is encoded twice, or a full-width sign. */
export function encodedAt(text: string, at: number): EncodedPart | null {
  switch (text.charCodeAt(at)) {
    case PERCENT:
      return urlCodeAt(text, at);
    case AMPERSAND:
      return entityAt(text, at);
    case PLUS:
      return isPlusSpace(text, at) ? { end: at + 1, meaning: ' ' } : { end: at + 1, meaning: ' ', isMaybe: true };
    case WIDE_COLON:
      return { end: at + 1, meaning: ':' };
    case WIDE_EQUALS:
      return { end: at + 1, meaning: '=' };
    default:
      return null;
  }
}

/** `%3D`; `%253D` is one that was encoded again. */
function urlCodeAt(text: string, at: number): EncodedPart | null {
  for (
    let again = text.startsWith('25', at + 1) ? (text.startsWith('2525', at + 1) ? 2 : 1) : 0;
    again >= 0;
    again -= 1
  ) {
    const start = at + 1 + 2 * again;
    const code = hexAt(text, start, 2);
    const isShown = (code >= SPACE && code < 128) || code === 9 || code === 10 || code === 13;
    if (isShown) return { end: start + 2, meaning: shown(code, true) };
  }
  return null;
}

function entityAt(text: string, at: number): EncodedPart | null {
  ENTITY_PART.lastIndex = at;
  const match = ENTITY_PART.exec(text);
  if (match === null) return null;
  const [, name, decimal, hex] = match;
  const end = ENTITY_PART.lastIndex;
  if (name !== undefined) return { end, meaning: shown((NAMES.get(name) ?? '\0').charCodeAt(0), true) };
  return { end, meaning: shown(decimal === undefined ? parseInt(hex ?? '', 16) : parseInt(decimal, 10), true) };
}

/** A plus is a space around a colon or an equals sign; elsewhere it is as often a plus, unless a URL holds a command. */
function isPlusSpace(text: string, at: number): boolean {
  return (
    isSignCode(text, at + 1) ||
    (at >= 3 && isSignCode(text, at - 3)) ||
    isSign(text.charCodeAt(at - 1)) ||
    (isSign(text.charCodeAt(at + 1)) && text.charCodeAt(at + 2) === PLUS)
  );
}
const isSign = (code: number): boolean => code === COLON || code === EQUALS;
const isSignCode = (text: string, at: number): boolean =>
  text.charCodeAt(at) === PERCENT && isSign(hexAt(text, at + 1, 2));

const SPACE = 32;
const BACKSLASH = 92;
const LAST_OF_ASCII = 126;
const NO_BREAK_SPACE = 160;
const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

/**
 * An encoded quote lies within a text that may have quotes of its own, so it is shown like those, behind a backslash.
 * JSON's `\u0022` stands for a quote.
 */
export function shown(code: number, isWithin: boolean): string | null {
  if (code === 10) return '\n';
  if (code === 13) return '';
  if (code === 9 || code === SPACE || code === NO_BREAK_SPACE) return ' ';
  if (code < SPACE || code === BACKSLASH || (code > LAST_OF_ASCII && code < NO_BREAK_SPACE)) return null;
  if (code > 0xffff || isSurrogate(code)) return null;
  const char = String.fromCharCode(code);
  return isWithin && (char === '"' || char === "'") ? `\\${char}` : char;
}
