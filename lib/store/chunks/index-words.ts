import { forEachWord } from './word-hash';

/** The texts of one line that a search looks into. */
export type LineTexts = readonly string[];

export type WordIndex = {
  hashes: Set<number>;
  /** Words, in small letters, of at least FREQUENT_LINES lines, and in how many lines each stands; exact. */
  frequentWords: string[];
  frequentLines: number[];
};

/** A word in fewer lines of a chunk is found by looking at the chunk; a smaller number costs more than it saves. */
const FREQUENT_LINES = 8;
/** Nobody searches for longer words, and they would make the list large. */
const MAX_FREQUENT_LENGTH = 40;
/** The Kelvin sign, whose small letter is `k`: whether it makes a word differs from one reader to another. */
const KELVIN = '\u212a';

type Seen = { word: string; lines: number; lastLine: number; isSure: boolean };

/**
 * The words of a chunk's lines. A count is given only where it equals what a search line by line finds. A word next to
 * a non-ASCII letter is left out: by the database's locale it may be part of a longer word.
 */
export function indexWords(lines: readonly LineTexts[]): WordIndex {
  const seen = new Map<number, Seen>();
  let isSure = true;
  for (const [line, texts] of lines.entries()) {
    for (const text of texts) {
      if (text.includes(KELVIN)) isSure = false;
      forEachWord(text, (hash, start, end) => noteWord(seen, { hash, start, end, text, line }));
    }
  }
  const frequent = isSure ? [...seen.values()].filter(isFrequent) : [];
  return {
    hashes: new Set(seen.keys()),
    frequentWords: frequent.map(({ word }) => word),
    frequentLines: frequent.map((entry) => entry.lines),
  };
}

type WordSpan = { hash: number; start: number; end: number; text: string; line: number };

function noteWord(seen: Map<number, Seen>, { hash, start, end, text, line }: WordSpan): void {
  let entry = seen.get(hash);
  if (!entry) {
    entry = { word: text.slice(start, end).toLowerCase(), lines: 0, lastLine: -1, isSure: true };
    seen.set(hash, entry);
  }
  if (entry.lastLine !== line) {
    entry.lines += 1;
    entry.lastLine = line;
  }
  // Two words with one hash occur in one of a thousand chunks; such words are not counted.
  if (!isSame(entry.word, { text, start, end }) || isBeyondAscii(text, start - 1) || isBeyondAscii(text, end)) {
    entry.isSure = false;
  }
}

function isSame(word: string, { text, start, end }: Omit<WordSpan, 'hash' | 'line'>): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at += 1) {
    const unit = text.charCodeAt(start + at);
    const small = unit >= 65 && unit <= 90 ? unit + 32 : unit;
    if (small !== word.charCodeAt(at)) return false;
  }
  return true;
}

const isBeyondAscii = (text: string, at: number): boolean => text.charCodeAt(at) > 127;

const isFrequent = ({ word, lines, isSure }: Seen): boolean =>
  isSure && lines >= FREQUENT_LINES && word.length <= MAX_FREQUENT_LENGTH;
