import { searchText } from '@/lib/store/chunks/search-text';
import { DEVICE_SIGN, INNER_NUMBER, MASK, MAX_MASKED, NUMBER_SIGN, signOf } from '@/lib/store/query/mask-grammar';

export type MaskedMessage = {
  /** Equal for messages that differ only in numbers, addresses, names and ids; what varies is a sign such as `#`. */
  pattern: string;
  /** A search that finds the message: its longest piece of whole words between what varies. Null when there is none. */
  search: string | null;
};

/** Most characters read of a stored text, which may be longer than it is shown: colours, progress bars. */
const MAX_STORED = 8000;
const MAX_PATTERN = 200;
/** Short pieces ("to", "failed") find every line. */
const MIN_SEARCH_LETTERS = 8;
const MAX_SEARCH = 120;

/** Python's words above a stack; the last line names the error (docs.python.org/3/library/traceback.html). */
export const isTraceback = (message: string): boolean => /^\s*Traceback \(most recent call last\)/.test(message);

/** The line of a message that says what is wrong: of a traceback the last one, else the first. */
function telltaleLine(message: string): string {
  const lines = message.split(/\r?\n|\r/).filter((line) => line.trim() !== '');
  return (isTraceback(message) ? lines.at(-1) : lines[0]) ?? '';
}

/** A message as a reader sees it: one line, without control sequences and overwritten text. */
export const causeText = (message: string): string =>
  telltaleLine(searchText(message.slice(0, MAX_STORED)).slice(0, MAX_MASKED))
    .replaceAll(/\s+/g, ' ')
    .trim();

/** `names` are device names, in lower case; they are masked wherever they stand as a word, or before a dot in one. */
export function maskMessage(message: string, names: ReadonlySet<string>): MaskedMessage {
  const text = causeText(message);
  const spans = findVariables(text, names);
  return { pattern: replaceSpans(text, spans), search: findSearch(text, spans) };
}

/** The pattern alone, for the thousands of messages that are only compared. */
export function patternOf(message: string, names: ReadonlySet<string>): string {
  const text = causeText(message);
  return replaceSpans(text, findVariables(text, names));
}

function replaceSpans(text: string, spans: readonly Span[]): string {
  let pattern = '';
  let end = 0;
  for (const { start, length, sign } of spans) {
    pattern += text.slice(end, start) + sign;
    end = start + length;
  }
  return (pattern + text.slice(end)).slice(0, MAX_PATTERN);
}

type Span = { start: number; length: number; sign: string };

function findVariables(text: string, names: ReadonlySet<string>): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(MASK)) {
    const { kept, word } = match.groups ?? {};
    if (kept !== undefined) continue;
    if (word === undefined) {
      spans.push({ start: match.index, length: match[0].length, sign: signOf(match.groups) });
      continue;
    }
    const length = nameLength(word, names);
    if (length > 0) spans.push({ start: match.index, length, sign: DEVICE_SIGN });
    spans.push(...numbersIn(word.slice(length), match.index + length));
  }
  return spans;
}

/** Length of the device name that a word is or begins with: `fra-sw-12` of `fra-sw-12.cfg`; 0 without one. */
function nameLength(word: string, names: ReadonlySet<string>): number {
  const name = word.toLowerCase();
  for (let end = name.length; end > 0; end = name.lastIndexOf('.', end - 1)) {
    if (names.has(name.slice(0, end))) return end;
  }
  return 0;
}

const numbersIn = (word: string, start: number): Span[] =>
  [...word.matchAll(INNER_NUMBER)].map(({ 0: digits, index }) => ({
    start: start + index,
    length: digits.length,
    sign: NUMBER_SIGN,
  }));

/** A phrase of whole words: text that touches a varying part is left out, because a word may be cut there. */
function findSearch(text: string, spans: readonly Span[]): string | null {
  const pieces: string[] = [];
  let end = 0;
  for (const { start, length } of [...spans, { start: text.length, length: 0 }]) {
    const isFirst = end === 0;
    const isLast = start === text.length;
    let piece = text.slice(end, start);
    if (!isFirst) piece = piece.replace(/^\S+/, '');
    if (!isLast) piece = piece.replace(/\S+$/, '');
    pieces.push(...piece.split(/["\\]/));
    end = start + length;
  }
  const best = pieces.map(cutSearch).reduce((a, b) => (countLetters(b) > countLetters(a) ? b : a), '');
  return countLetters(best) < MIN_SEARCH_LETTERS ? null : `"${best}"`;
}

const countLetters = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

function cutSearch(piece: string): string {
  const words = piece.trim();
  return words.length <= MAX_SEARCH ? words : words.slice(0, MAX_SEARCH).replace(/\S*$/, '').trim();
}
