import { encodedAt, hexAt, shown, type EncodedPart } from './encoded-parts';

const COLOUR =
  /(?:\x1b|\x9b|\\u001[bB]|\\x1[bB]|\\033)(?:\[[0-9;:?]{0,32}[ -/]{0,4}[@-~]|\][^\x07\x1b\n]{0,256}(?:\x07|\x1b\\)|[()][A-Z0-9])/y;

const ESC = 0x1b;
const CSI = 0x9b;
const BACKSLASH = 0x5c;
const QUOTE = 0x22;
const ASCII = 128;
/** Characters with which a hidden part may begin. */
const mayBegin = Uint8Array.from({ length: ASCII }, (_, code) =>
  code === ESC || '\\%&+"'.includes(String.fromCharCode(code)) ? 1 : 0,
);
const OTHERS = [CSI, 0xff1a, 0xff1d];
const MOST_BACKSLASHES = 8;

/** Scans a text from its beginning for parts that are shown differently from how they are written. */
export class HiddenParts {
  private readonly text: string;
  private readonly isJson: boolean;
  /** Where the last run of backslashes ends; it may be as long as the text. */
  private runEnd = 0;

  private readonly isDoubled: boolean;

  constructor(text: string, isJson: boolean) {
    this.text = text;
    this.isJson = isJson;
    this.isDoubled = hasDoubledQuotes(text);
  }

  /** The part that begins at `at`, null nearly everywhere; asked with rising `at`. */
  partAt(at: number): EncodedPart | null {
    const code = this.text.charCodeAt(at);
    if (code < ASCII ? mayBegin[code] === 0 : !OTHERS.includes(code)) return null;
    if (code === BACKSLASH) return this.escapedAt(at);
    if (code === QUOTE) return this.isDoubled ? doubledAt(this.text, at) : null;
    return code === ESC || code === CSI ? colourAt(this.text, at) : encodedAt(this.text, at);
  }

  /** Behind backslashes: what JSON and Python write by number, JSON's slash, and line ends. */
  private escapedAt(at: number): EncodedPart | null {
    const { text } = this;
    if (at >= this.runEnd) this.runEnd = behindBackslashes(text, at);
    const letter = this.runEnd;
    if (letter - at > MOST_BACKSLASHES) return null;
    switch (text[letter]) {
      case 'n':
        return this.lineEndAt(letter + 1);
      case 'r':
        return this.returnAt(letter + 1);
      case '/':
        return { end: letter + 1, meaning: '/' };
      case 'u':
        return hexAt(text, letter + 1, 4) === ESC ? colourAt(text, at) : numberedAt(text, letter, 4);
      case 'x':
        return hexAt(text, letter + 1, 2) === ESC ? colourAt(text, at) : numberedAt(text, letter, 2);
      case '0':
        return colourAt(text, at);
      default:
        return null;
    }
  }

  private returnAt(at: number): EncodedPart | null {
    const { text } = this;
    if (text.charCodeAt(at) !== BACKSLASH) return null;
    const letter = behindBackslashes(text, at);
    return letter - at <= MOST_BACKSLASHES && text[letter] === 'n' ? this.lineEndAt(letter + 1) : null;
  }

  /** In JSON an escaped line end is nothing else; elsewhere `ab\ncd` alone may as well be part of a password. */
  private lineEndAt(end: number): EncodedPart | null {
    return this.isJson || mayBeginLine(this.text, end) ? { end, meaning: '\n' } : null;
  }
}

const DOUBLED = /[\s,:=([{<]""\w/;
/** Whether a cell of CSV holds quotes, each written twice: `4711,"{""user"": ""netops""}"`. */
export const hasDoubledQuotes = (text: string): boolean => text.includes('""') && DOUBLED.test(text);

/** Two quotes are one of the text within; of three, one is the cell's own. */
function doubledAt(text: string, at: number): EncodedPart | null {
  if (text.charCodeAt(at + 1) !== QUOTE) return null;
  const isCellsOwn = text.charCodeAt(at + 2) === QUOTE && /^$|[,;\t\n]/.test(text[at - 1] ?? '');
  return isCellsOwn ? null : { end: at + 2, meaning: '\\"' };
}

function colourAt(text: string, at: number): EncodedPart | null {
  COLOUR.lastIndex = at;
  return COLOUR.test(text) ? { end: COLOUR.lastIndex, meaning: '' } : null;
}

function behindBackslashes(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === BACKSLASH) at += 1;
  return at;
}

/** `\u003d`, `\x3d`; of the latter only signs, digits and letters are escaped in texts. */
function numberedAt(text: string, letter: number, digits: number): EncodedPart | null {
  const code = hexAt(text, letter + 1, digits);
  const isByte = digits === 2;
  if (code < 0 || (isByte && (code < 0x20 || code >= ASCII))) return null;
  return { end: letter + 1 + digits, meaning: shown(code, isByte) };
}

/** White space and signs with which a line may begin, beside letters. */
const isLineStart = Uint8Array.from({ length: ASCII }, (_, code) =>
  /[\s!#}<"'\\-]/.test(String.fromCharCode(code)) ? 1 : 0,
);
const LONGEST_WORD = 64;
const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;
const isWord = (code: number): boolean => isLetter(code) || (code >= 48 && code <= 57) || code === 95 || code === 45;

/** Whether a line may begin here: with a space, a sign, a marker, or a word that ends as names and commands do. */
function mayBeginLine(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (Number.isNaN(code)) return true;
  if (code >= ASCII) return /\s/.test(text[at] ?? '');
  if (!isLetter(code)) return isLineStart[code] === 1 || text.startsWith('[REDACTED:', at);
  let end = at + 1;
  while (end - at < LONGEST_WORD && isWord(text.charCodeAt(end))) end += 1;
  return end === text.length || ' \t:=,;\\'.includes(text[end] ?? '');
}
