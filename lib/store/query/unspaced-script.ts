/**
 * Letters that are written without blanks between words, or with endings joined to a word of another script: Thai, Lao, Tibetan,
 * Myanmar, Khmer and their kin, Chinese, Japanese, Yi, Korean (Unicode's Blocks.txt; first and last code point of neighbours).
 * Beside them a word neither starts nor ends by rule, so a search takes every position beside one for an edge of a word.
 */
const RANGES: readonly (readonly [first: number, last: number])[] = [
  [0x0e00, 0x0fff],
  [0x1000, 0x109f],
  [0x1100, 0x11ff],
  [0x1780, 0x17ff],
  [0x1950, 0x19ff],
  [0x1a20, 0x1aaf],
  [0x1b00, 0x1b7f],
  [0x2e80, 0x2fdf],
  [0x3005, 0x3007],
  [0x3021, 0x3029],
  [0x3031, 0x303c],
  [0x3041, 0x31ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xa980, 0xa9ff],
  [0xaa60, 0xaadf],
  [0xac00, 0xd7ff],
  [0xf900, 0xfaff],
  [0xff66, 0xffdc],
  [0x1b000, 0x1b16f],
  [0x20000, 0x3ffff],
];

const hex = (code: number, length: number): string => code.toString(16).padStart(length, '0');

/** For the inside of a bracket in PostgreSQL's regular expressions. */
export const UNSPACED_POSTGRES = RANGES.map(([first, last]) =>
  last > 0xffff ? `\\U${hex(first, 8)}-\\U${hex(last, 8)}` : `\\u${hex(first, 4)}-\\u${hex(last, 4)}`,
).join('');

/** The same in JavaScript's, under the flag `u`. */
export const UNSPACED_JAVASCRIPT = RANGES.map(([first, last]) => `\\u{${hex(first, 1)}}-\\u{${hex(last, 1)}}`).join('');

const UNSPACED = new RegExp(`[${UNSPACED_JAVASCRIPT}]`, 'u');

/** True for one such character, and for a text that holds one. */
export const hasUnspaced = (text: string): boolean => UNSPACED.test(text);
