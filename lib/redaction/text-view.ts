import { decodePart, ENCODED_PARTS, ESCAPED_PARTS, mayBeEncoded } from './encoded-parts';

/** A text as a reader sees it, and the way back to where its characters really stand. */
export type TextView = {
  text: string;
  /** Where in the source a character of the view begins. */
  toSource: (index: number) => number;
  /** Where in the source the part of the view up to `end` ends. */
  toSourceEnd: (end: number) => number;
};

const COLOUR = String.raw`(?:\x1b|\x9b|\\u001[bB]|\\x1[bB]|\\033)(?:\[[0-9;:?]{0,32}[ -/]{0,4}[@-~]|\][^\x07\x1b\n]{0,256}(?:\x07|\x1b\\)|[()][A-Z0-9])`;
/** An escaped line end counts only where a line may follow: `ab\ncd` alone may as well be part of a password. */
const LINE_FOLLOWS = String.raw`(?=$|[\s!#}<"'\\-]|\[REDACTED:|[A-Za-z][\w-]{0,63}(?:[ \t:=]|\\|$))`;
const hiddenParts = (lineEnd: string): RegExp =>
  new RegExp(String.raw`${COLOUR}|\\{1,8}(?:${ESCAPED_PARTS}|(?:r\\{1,8}n|n)${lineEnd})|${ENCODED_PARTS}`, 'g');
const HIDDEN = hiddenParts(LINE_FOLLOWS);
/** In JSON an escaped line end is nothing else. */
const HIDDEN_IN_JSON = hiddenParts('');
const looksJson = (text: string): boolean => text.includes('":') || text.includes('\\"');

/** Whether the view can differ from the text. */
export const needsView = (text: string): boolean =>
  text.includes('\u001b') || text.includes('\u009b') || text.includes('\\') || mayBeEncoded(text);

const asItIs = (text: string): TextView => ({ text, toSource: (index) => index, toSourceEnd: (end) => end });

/** Terminal codes are left out, encoded characters are shown and escaped line ends become real ones; other escapes stay. */
export function viewText(source: string): TextView {
  if (!needsView(source)) return asItIs(source);
  const parts: string[] = [];
  /** Of every hidden part: where in the view what it means ends, what to add from there, and how many characters it means. */
  const ends: number[] = [];
  const shifts: number[] = [];
  const widths: number[] = [];
  const values = new ValueWatch(source);
  let kept = 0;
  let length = 0;
  for (const { 0: hidden, index } of source.matchAll(looksJson(source) ? HIDDEN_IN_JSON : HIDDEN)) {
    const meaning = values.pass(index, index + hidden.length, meaningOf(hidden));
    if (meaning === null) continue;
    if (index > kept) parts.push(source.slice(kept, index));
    parts.push(meaning);
    length += index - kept + meaning.length;
    kept = index + hidden.length;
    ends.push(length);
    shifts.push(kept - length);
    widths.push(meaning.length);
  }
  if (kept === 0) return asItIs(source);
  parts.push(source.slice(kept));
  const toSource = (index: number): number => index + (shifts[lastUpTo(index, ends)] ?? 0);
  const toSourceEnd = (end: number): number => {
    const last = lastUpTo(end, ends);
    if (ends[last] === end && (widths[last] ?? 0) > 0) return toSource(end);
    // A quote is shown with a backslash before it, which alone stands nowhere.
    const isInQuote = ends[last + 1] === end + 1 && widths[last + 1] === 2;
    return isInQuote ? toSource(end - 1) : toSource(end - 1) + 1;
  };
  return { text: parts.join(''), toSource, toSourceEnd };
}

const SIGNS = ':=';
/** What separates one value from the next. */
const EDGES = ' \t\r\n"\'&<>,;{}()[]';

/** Knows whether a value that began with a colon or an equals sign goes on: an encoded space within it is a part of it. */
class ValueWatch {
  private readonly source: string;
  private isInValue = false;
  private seen = 0;
  private last = '';

  constructor(source: string) {
    this.source = source;
  }

  /** The meaning of the hidden part from `start` to `end`, null when it stays as it is written. */
  pass(start: number, end: number, meaning: string | null): string | null {
    this.read(this.source, this.seen, start);
    this.seen = end;
    const isPart = meaning === ' ' && this.isInValue && !SIGNS.includes(this.last) && this.last !== ' ';
    if (meaning === null || isPart) {
      this.last = this.source[end - 1] ?? '';
      return null;
    }
    this.read(meaning, 0, meaning.length);
    return meaning;
  }

  private read(text: string, from: number, to: number): void {
    if (to > from) this.last = text[to - 1] ?? '';
    for (let at = to - 1; at >= from; at -= 1) {
      const char = text[at] ?? '';
      const isSign = SIGNS.includes(char);
      if (!isSign && !EDGES.includes(char)) continue;
      this.isInValue = isSign || (char === ' ' && this.isInValue && at === to - 1 && to - from === 1);
      return;
    }
  }
}

/** What a hidden part stands for; null when it stands for itself. */
function meaningOf(hidden: string): string | null {
  const first = hidden.charCodeAt(0);
  if (first === ESC || first === CSI || (first === BACKSLASH && IS_COLOUR.test(hidden))) return '';
  return hidden.endsWith('n') ? '\n' : decodePart(hidden);
}
const ESC = 0x1b;
const CSI = 0x9b;
const BACKSLASH = 0x5c;
const IS_COLOUR = /^\\(?:u001[bB]|x1[bB]|033)./;

/** Binary search: the last hidden part that ends at or before `index`, -1 when there is none. */
function lastUpTo(index: number, ends: number[]): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
