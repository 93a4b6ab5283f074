const AMP = '&(?:amp;){0,3}';
const PERCENT = '%(?:25){0,2}';
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

/** A plus is a space around a colon or an equals sign; elsewhere it is as often a plus. */
const PLUS = String.raw`\+(?=%3[aAdD]|[:=]\+)|(?<=%3[aAdD]|[:=])\+`;

/** Characters that a URL or HTML writes by number or name, also encoded once more, and the wide signs of East Asia. */
export const ENCODED_PARTS =
  `${PERCENT}(?:0[9aAdD]|[2-7][0-9a-fA-F])|` +
  `${AMP}(?:${[...NAMES.keys()].join('|')}|#0{0,4}\\d{2,6}|#[xX]0{0,4}[0-9a-fA-F]{2,5});|${PLUS}|[：＝]`;

/** Behind backslashes: what JSON and Python write by number, and JSON's slash. */
export const ESCAPED_PARTS = 'u[0-9a-fA-F]{4}|x[2-7][0-9a-fA-F]|/';

const URL_CODE = /%(?:25){0,2}(?:0[9ad]|[2-7][0-9a-f])/i;
const ENTITY = /&(?:amp;){0,3}(?:#|[a-z]{2,6};)/i;

/** Whether a text without a backslash can hold an encoded character. */
export const mayBeEncoded = (text: string): boolean =>
  (text.includes('%') && URL_CODE.test(text)) ||
  (text.includes('&') && ENTITY.test(text)) ||
  text.includes('：') ||
  text.includes('＝');

/** Texts repeat few of them; only short ones are remembered. */
const decoded = new Map<string, string | null>();
const MAX_DECODED = 4000;
const MAX_LENGTH = 12;

/** The character that an encoded part means, null when it is better read as it is written. */
export function decodePart(part: string): string | null {
  const known = decoded.get(part);
  if (known !== undefined) return known;
  const meaning = decode(part);
  if (decoded.size < MAX_DECODED && part.length <= MAX_LENGTH) decoded.set(part, meaning);
  return meaning;
}

function decode(part: string): string | null {
  switch (part[0]) {
    case '+':
      return ' ';
    case '：':
      return ':';
    case '＝':
      return '=';
    case '%':
      return shown(parseInt(part.slice(-2), 16), true);
    case '&':
      return entity(part.slice(part.lastIndexOf('&') + 1, -1).replace(/^(?:amp;)+/, ''));
    default:
      return part.endsWith('/') ? '/' : shown(parseInt(part.replace(/^\\+[ux]/, ''), 16), !part.includes('u'));
  }
}

function entity(name: string): string | null {
  if (!name.startsWith('#')) return shown((NAMES.get(name) ?? '\0').charCodeAt(0), true);
  return shown(/^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10), true);
}

const SPACE = 32;
const BACKSLASH = 92;
const LAST_OF_ASCII = 126;
const NO_BREAK_SPACE = 160;
const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

/**
 * An encoded quote is one within a text that may have quotes of its own: it is shown as those are, behind a backslash.
 * JSON's `\u0022` stands in the place of a quote.
 */
function shown(code: number, isWithin: boolean): string | null {
  if (code === 10) return '\n';
  if (code === 13) return '';
  if (code === 9 || code === SPACE || code === NO_BREAK_SPACE) return ' ';
  if (code < SPACE || code === BACKSLASH || (code > LAST_OF_ASCII && code < NO_BREAK_SPACE)) return null;
  if (code > 0xffff || isSurrogate(code)) return null;
  const char = String.fromCharCode(code);
  return isWithin && (char === '"' || char === "'") ? `\\${char}` : char;
}
