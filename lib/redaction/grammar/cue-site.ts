import type { Finding, Range } from './finding';
import { marker, markerEnd } from './marker';
import { isPlainValue } from './plain-value';
import { readArgument } from './read-value';

/** How many characters a rule looks back: enough for the longest command, at a fixed cost per cue. */
const HEAD_LIMIT = 200;
const WORD_LIMIT = 64;

const isWordCode = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95 || code === 45;

/** A text under examination, with its findings so far. */
export class Examined {
  readonly text: string;
  /** Where the last finding ended. */
  floor = 0;
  /** The last characters before `floor`, with markers instead of secrets: a second pass has to see the same. */
  cleanBefore = '';
  private lineEnd = -1;
  /** By how much the text has grown so far through its markers. */
  private growth = 0;

  constructor(text: string) {
    this.text = text;
  }

  accept({ start, end, rule }: Finding): void {
    const between = this.text.slice(Math.max(this.floor, start - HEAD_LIMIT), start);
    const shown = rule === null ? this.text.slice(start, end) : marker(rule);
    this.cleanBefore = (this.cleanBefore + between + shown).slice(-HEAD_LIMIT);
    this.growth += shown.length - (end - start);
    this.floor = end;
  }

  /** Extends the last finding to `end`. */
  extend(end: number): number {
    this.growth -= end - this.floor;
    return (this.floor = end);
  }

  /** Length of the text up to `index`, at most as much as a second pass will see. */
  lengthUpTo(index: number): number {
    return index + Math.min(0, this.growth);
  }

  /** Where the line of `at` ends; asked with rising `at`, so that each line is looked through once. */
  lineEndAfter(at: number): number {
    if (this.lineEnd >= at) return this.lineEnd;
    const found = this.text.indexOf('\n', at);
    return (this.lineEnd = found < 0 ? this.text.length : found);
  }
}

/** A value as the rules judge it. */
export type Argument = { range: Range; done: number; value: string; isPlain: boolean };
const VALUE_LIMIT = 300;

/** The argument or value at a position, the end of the marker that stands there instead (-1 for none), and its first 300 characters. */
function readJudged(text: string, at: number): Argument {
  const range = readArgument(text, at);
  const value = text.slice(range.start, Math.min(range.end, range.start + VALUE_LIMIT));
  const done = Math.max(markerEnd(text, at), markerEnd(text, range.start));
  return { range, done, value, isPlain: isPlainValue(value) };
}

/** The site of a cue: the whole word around it, and the text before that word on its line. */
export class CueSite {
  readonly text: string;
  readonly cueStart: number;
  /** Where the last secret ended; a finding never begins before it. */
  readonly floor: number;
  private readonly examined: Examined;
  private knownStart = -1;
  private knownEnd = -1;
  private knownWord: string | undefined;
  private knownHead: string | undefined;
  private knownAt = -1;
  private knownArgument: Argument | undefined;

  constructor(examined: Examined, cueStart: number) {
    this.text = examined.text;
    this.cueStart = cueStart;
    this.floor = examined.floor;
    this.examined = examined;
  }

  /** At most 64 characters before the cue. */
  get wordStart(): number {
    if (this.knownStart >= 0) return this.knownStart;
    const limit = Math.max(this.floor, this.cueStart - WORD_LIMIT);
    let at = this.cueStart;
    while (at > limit && isWordCode(this.text.charCodeAt(at - 1))) at -= 1;
    return (this.knownStart = at);
  }

  get wordEnd(): number {
    if (this.knownEnd >= 0) return this.knownEnd;
    const limit = Math.min(this.text.length, this.cueStart + WORD_LIMIT);
    let at = this.cueStart;
    while (at < limit && isWordCode(this.text.charCodeAt(at))) at += 1;
    return (this.knownEnd = at);
  }

  /** Letters, digits, `_` and `-`, as they are written. */
  get word(): string {
    return (this.knownWord ??= this.text.slice(this.wordStart, this.wordEnd));
  }

  /** At most the last 200 characters of the line before the word, without the secrets found in it. */
  get head(): string {
    if (this.knownHead !== undefined) return this.knownHead;
    const rest = this.text.slice(Math.max(this.floor, this.wordStart - HEAD_LIMIT), this.wordStart);
    const before = rest.length < HEAD_LIMIT ? (this.examined.cleanBefore + rest).slice(-HEAD_LIMIT) : rest;
    return (this.knownHead = before.slice(before.lastIndexOf('\n') + 1));
  }

  /** Read once for all rules of the cue, most of which ask for the same. */
  argumentAt(at: number): Argument {
    if (this.knownArgument === undefined || this.knownAt !== at) {
      this.knownArgument = readJudged(this.text, at);
      this.knownAt = at;
    }
    return this.knownArgument;
  }

  /** Where the cue's line ends. */
  get lineEnd(): number {
    return this.examined.lineEndAfter(this.cueStart);
  }

  /** Whether the line before the word matches. */
  follows(pattern: RegExp): boolean {
    return pattern.test(this.head);
  }
}
