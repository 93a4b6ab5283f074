import type { Range } from './finding';

const QUOTES = '"\'`';
export const isQuote = (char: string | undefined): boolean => char !== undefined && QUOTES.includes(char);
const CLOSERS = ',;)]}"\'`';
const isSpace = (char: string | undefined): boolean =>
  char === undefined || char === ' ' || char === '\n' || char === '\t' || char === '\r';

/** Number of backslashes from `at` on, at most 64. */
function backslashes(text: string, at: number): number {
  let end = at;
  while (end - at < 64 && text[end] === '\\') end += 1;
  return end - at;
}

/** Index of the quote character when a quote, escaped or not, with or without Python's prefix, begins at `at`; else -1. */
export function quoteAt(text: string, at: number): number {
  const prefixed = /[bruf]/i.test(text[at] ?? '') && /["'`\\]/.test(text[at + 1] ?? ' ') ? at + 1 : at;
  const quote = prefixed + backslashes(text, prefixed);
  return quote < text.length && QUOTES.includes(text[quote] ?? ' ') ? quote : -1;
}

/**
 * What stands inside the quotes, up to the quote of the same escape depth, else to the end of the line.
 * A quote opened behind k backslashes is closed behind k, 3k + 2, … of them: text within text doubles and adds one.
 */
export function readQuoted(text: string, quote: number): Range {
  const depth = depthBefore(text, quote);
  const char = text[quote] ?? '"';
  const start = quote + 1;
  let run = 0;
  for (let at = start; at < text.length; at += 1) {
    const here = text[at];
    if (here === '\n') return { start, end: text[at - 1] === '\r' ? at - 1 : at };
    if (here === char && run % (2 * (depth + 1)) === depth) return { start, end: at - depth };
    run = here === '\\' ? run + 1 : 0;
  }
  return { start, end: text.length };
}

function depthBefore(text: string, quote: number): number {
  let at = quote;
  while (quote - at < 64 && text[at - 1] === '\\') at -= 1;
  return quote - at;
}

/**
 * The last word read: a dozen rules read the same one, one cue after the other may stand in it, and from each of them on it
 * has the same end. Without this, `{"secret={"secret=…` takes time with its square.
 */
let wordText = '';
let wordStart = 0;
let wordEnd = 0;
/** Shorter words are read again sooner than remembered. */
const WORTH_KEEPING = 12;

/** Before a new text, which may be equal to the last one: two equal texts are compared character by character. */
export function forgetWord(): void {
  wordText = '';
}

/** A word without quotes, to the next white space; punctuation that closes the surrounding text is left out. */
export function readBare(text: string, start: number): Range {
  NEXT_NAME.lastIndex = start;
  if (NEXT_NAME.test(text)) return { start, end: start };
  if (start >= wordStart && start < wordEnd && text === wordText) return { start, end: wordEnd };
  let end = start;
  while (end < text.length && !isSpace(text[end]) && !(end > start && endsBare(text, end))) end += 1;
  if (end - start > WORTH_KEEPING) {
    wordText = text;
    wordStart = start;
    wordEnd = end;
  }
  return { start, end };
}

const NEXT_NAME = /[,;&](?:["'][\w.-]{1,40}["']\s?:|[A-Za-z_][\w.-]{0,39}=)/y;

function endsBare(text: string, at: number): boolean {
  const char = text[at] ?? '';
  if (char === '\\') return QUOTES.includes(text[at + backslashes(text, at)] ?? ' ');
  if (char === '<') return text[at + 1] === '/';
  if (char !== '&' && !CLOSERS.includes(char)) return false;
  if (QUOTES.includes(char) && ',:}])'.includes(text[at + 1] ?? ' ')) return true;
  NEXT_NAME.lastIndex = at;
  return NEXT_NAME.test(text) || closesText(text, at);
}

/** Only closing punctuation, at most eight characters, up to white space. */
function closesText(text: string, from: number): boolean {
  let at = from;
  while (at - from < 8 && at < text.length && CLOSERS.includes(text[at] ?? ' ')) at += 1;
  return at > from && isSpace(text[at]);
}

/**
 * A quote before white space or closing punctuation ends what stands before it, when it is the line's second, fourth …:
 * `'password: '` holds no value.
 */
function isClosingQuote(text: string, quote: number): boolean {
  const after = text[quote + 1];
  if (!isSpace(after) && !CLOSERS.includes(after ?? ' ')) return false;
  const before = text.slice(Math.max(0, quote - 200), quote);
  return before.slice(before.lastIndexOf('\n') + 1).split(text[quote] ?? '"').length % 2 === 0;
}

/** Python and TOML quote three times; no value begins with a quote and is empty before it. */
const TRIPLE = /[bruf]{0,2}(\\{0,15}["'])\1\1(?=[^\s"',;)}\]])/iy;

/** An argument or a value: quoted or bare. `start === end` when there is none on this line. */
export function readArgument(text: string, at: number): Range {
  const quote = quoteAt(text, at);
  if (quote < 0) return readBare(text, at);
  TRIPLE.lastIndex = at;
  if (TRIPLE.test(text)) return readQuoted(text, TRIPLE.lastIndex - 1);
  return isClosingQuote(text, quote) ? { start: at, end: at } : readQuoted(text, quote);
}
