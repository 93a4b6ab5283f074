import type { Range } from './finding';
import { RisingNumbers } from './rising-numbers';

/**
 * More blanks in a row than this tell a rule nothing. Patterns that look for blanks at each blank of a run take time with
 * its square, and a thousand cues with a hundred blanks behind each are easily sent.
 */
const MOST = 16;
const WIDE = new RegExp(`[ \\t]{${MOST + 1},}`, 'g');

/** Asked first: a search for a literal costs next to nothing, and tabs are rare. */
const WIDE_SPACES = ' '.repeat(MOST + 1);

export type NarrowText = { text: string; toSource: (range: Range) => Range };

/** The text with at most 16 blanks in a row, and the way back; null when it has no more. */
export function narrowBlanks(text: string): NarrowText | null {
  if (!text.includes(WIDE_SPACES) && !text.includes('\t')) return null;
  WIDE.lastIndex = 0;
  let match = WIDE.exec(text);
  if (match === null) return null;
  const parts: string[] = [];
  /** Where in the narrow text a run ends, and how many characters were left out up to there. */
  const ends = new RisingNumbers();
  const left = new RisingNumbers();
  let kept = 0;
  let out = 0;
  for (; match !== null; match = WIDE.exec(text)) {
    const end = match.index + match[0].length;
    parts.push(text.slice(kept, match.index + MOST));
    out += match[0].length - MOST;
    ends.push(end - out);
    left.push(out);
    kept = end;
  }
  parts.push(text.slice(kept));
  const back = (at: number): number => at + left.at(ends.lastUpTo(at));
  return { text: parts.join(''), toSource: ({ start, end }) => ({ start: back(start), end: back(end - 1) + 1 }) };
}
