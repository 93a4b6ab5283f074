/** How far a rule looks back. Enough for the longest command, and a fixed cost a cue. */
const HEAD_LIMIT = 200;
const WORD_LIMIT = 64;

/** Where a cue stands: the whole word around it, and what stands before that word on its line. */
export type Place = {
  text: string;
  cueStart: number;
  /** Where the last secret ended; a finding never begins before it. */
  floor: number;
  wordStart: number;
  wordEnd: number;
  /** The word in lower case: letters, digits, `_` and `-`. */
  word: string;
  /** At most the last 200 characters of the line before the word. */
  head: () => string;
};

const isWordCode = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95 || code === 45;

function wordStartBefore(text: string, from: number): number {
  const limit = Math.max(0, from - WORD_LIMIT);
  let at = from;
  while (at > limit && isWordCode(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

function wordEndAfter(text: string, from: number): number {
  const limit = Math.min(text.length, from + WORD_LIMIT);
  let at = from;
  while (at < limit && isWordCode(text.charCodeAt(at))) at += 1;
  return at;
}

function headBefore(text: string, wordStart: number): string {
  const head = text.slice(Math.max(0, wordStart - HEAD_LIMIT), wordStart);
  return head.slice(head.lastIndexOf('\n') + 1);
}

/** The place of the cue at `cueStart`; `floor` as in `Place`. */
export function placeAt(text: string, cueStart: number, floor: number): Place {
  const wordStart = Math.max(floor, wordStartBefore(text, cueStart));
  const wordEnd = wordEndAfter(text, cueStart);
  let head: string | undefined;
  return {
    text,
    cueStart,
    floor,
    wordStart,
    wordEnd,
    word: text.slice(wordStart, wordEnd).toLowerCase(),
    head: () => (head ??= headBefore(text, wordStart)),
  };
}
