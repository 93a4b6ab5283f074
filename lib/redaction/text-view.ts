import { mayBeEncoded, type EncodedPart } from './encoded-parts';
import { RisingNumbers } from './grammar/rising-numbers';
import { hasDoubledQuotes, HiddenParts } from './hidden-parts';

/** A text as a reader sees it, with the positions of its characters in the source. */
export type TextView = {
  text: string;
  /** Where in the source a character of the view begins. */
  toSource: (index: number) => number;
  /** Where in the source the part of the view up to `end` ends. */
  toSourceEnd: (end: number) => number;
};

const looksJson = (text: string): boolean => text.includes('":') || text.includes('\\"');

/** Whether the view can differ from the text. */
export const needsView = (text: string): boolean =>
  text.includes('\u001b') ||
  text.includes('\u009b') ||
  text.includes('\\') ||
  mayBeEncoded(text) ||
  hasDoubledQuotes(text);

/** A parameter of a URL or a form that holds a command: there a plus and an encoded space are what they stand for. */
const COMMAND_PARAMETER =
  /(?:^|[?&;\s"'])(?:c|cmds?|cmdline|commands?|lines?|cli|exec|run|query|q|configs?|configuration|input|text|script|statement|args?|send)$/i;
const LONGEST_PARAMETER = 15;
const PLUS_IN_COMMAND = /[a-z]=[a-z-]{1,64}\+[a-z0-9]/i;
const hasCommand = (text: string): boolean =>
  text.includes('+') && text.includes('=') && /[a-z]\+[a-z0-9]/i.test(text) && PLUS_IN_COMMAND.test(text);

const asItIs = (text: string): TextView => ({ text, toSource: (index) => index, toSourceEnd: (end) => end });

/** Terminal codes are left out, encoded characters are shown and escaped line ends become real ones; other escapes stay. */
export function viewText(source: string): TextView {
  if (!needsView(source) && !hasCommand(source)) return asItIs(source);
  const hidden = new HiddenParts(source, looksJson(source));
  const values = new ValueWatch(source);
  let text = '';
  /** For each hidden part: its end in the view and in the source, and the number of characters that it stands for. */
  const ends = new RisingNumbers();
  const sourceEnds = new RisingNumbers();
  const widths = new RisingNumbers();
  let kept = 0;
  for (let at = 0; at < source.length;) {
    const part = hidden.partAt(at);
    const end = part?.end ?? at + 1;
    const meaning = part === null ? null : values.pass(at, part);
    if (meaning !== null) {
      text += at > kept ? source.slice(kept, at) + meaning : meaning;
      kept = end;
      ends.push(text.length);
      sourceEnds.push(end);
      widths.push(meaning.length);
    }
    at = end;
  }
  if (kept === 0) return asItIs(source);
  text += source.slice(kept);
  const toSource = (index: number): number => {
    const last = ends.lastUpTo(index);
    return index + sourceEnds.at(last) - ends.at(last);
  };
  const toSourceEnd = (end: number): number => {
    const last = ends.lastUpTo(end);
    if (ends.at(last) === end && widths.at(last) > 0) return toSource(end);
    // A quote is shown with a backslash before it, which is not in the source.
    const isInQuote = ends.at(last + 1) === end + 1 && widths.at(last + 1) === 2;
    return isInQuote ? toSource(end - 1) : toSource(end - 1) + 1;
  };
  return { text, toSource, toSourceEnd };
}

const SIGN = 1;
const EDGE = 2;
const SPACE = 32;
const EQUALS = 61;
const LINE_END = 10;
/** Signs lead to a value; edges separate one value from the next. */
const ROLES = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (':='.includes(char)) return SIGN;
  return ' \t\r\n"\'&<>,;{}()[]'.includes(char) ? EDGE : 0;
});

/** A colon or an equals sign, also encoded, between blanks: `password%20%3D%20`. */
const SIGN_AHEAD = /(?:%(?:25){0,2}3[ad]|[:=])(?=%(?:25){0,2}20|[+ ])/iy;

function isSignAt(text: string, at: number): boolean {
  SIGN_AHEAD.lastIndex = at;
  return SIGN_AHEAD.test(text);
}

/** Knows whether a value that began with a colon or an equals sign goes on: an encoded space within it is a part of it. */
class ValueWatch {
  private readonly source: string;
  private isInValue = false;
  private isInCommand = false;
  private seen = 0;
  private last = 0;

  constructor(source: string) {
    this.source = source;
  }

  /** The meaning of the hidden part that begins at `start`, null when it stays as it is written. */
  pass(start: number, { end, meaning, isMaybe }: EncodedPart): string | null {
    this.read(this.source, this.seen, start);
    this.seen = end;
    const isPart =
      meaning === ' ' &&
      this.isInValue &&
      ROLES[this.last] !== SIGN &&
      this.last !== SPACE &&
      !isSignAt(this.source, end);
    if (meaning === null || isPart || (isMaybe === true && !this.isInCommand)) {
      this.last = this.source.charCodeAt(end - 1);
      return null;
    }
    this.read(meaning, 0, meaning.length);
    return meaning;
  }

  private read(text: string, from: number, to: number): void {
    if (to > from) this.last = text.charCodeAt(to - 1);
    for (let at = to - 1; at >= from; at -= 1) {
      const code = text.charCodeAt(at);
      const role = ROLES[code] ?? 0;
      if (role === 0) continue;
      // An encoded space or line end within a command does not end it.
      if ((code === SPACE || code === LINE_END) && text !== this.source && this.isInCommand) return;
      this.isInCommand = code === EQUALS && COMMAND_PARAMETER.test(text.slice(Math.max(0, at - LONGEST_PARAMETER), at));
      this.isInValue =
        !this.isInCommand && (role === SIGN || (code === SPACE && this.isInValue && at === to - 1 && to - from === 1));
      return;
    }
  }
}
