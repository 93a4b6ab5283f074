/** Lines from a seq to another, both included. */
export type LineRange = { from: number; to: number };

const RANGE = /^([1-9]\d{0,9})-([1-9]\d{0,9})$/;

/** `10233-10260`; null when it is no range, or runs backwards. */
export function parseLineRange(text: string | undefined): LineRange | null {
  const [, from, to] = RANGE.exec(text ?? '') ?? [];
  const range = { from: Number(from), to: Number(to) };
  return range.from <= range.to ? range : null;
}

export const formatLineRange = ({ from, to }: LineRange): string => `${from}-${to}`;

/** The range between two lines, whichever comes first. */
export const rangeBetween = (one: number, other: number): LineRange => ({
  from: Math.min(one, other),
  to: Math.max(one, other),
});

/**
 * Extends the range to a line: a line above its start becomes the start, any other the end. Without a range it is the
 * line alone.
 */
export const rangeUpTo = (range: LineRange | null, seq: number): LineRange =>
  range !== null && seq < range.from ? { from: seq, to: range.to } : { from: range?.from ?? seq, to: seq };

export const isInRange = (range: LineRange | null, seq: number): boolean =>
  range !== null && seq >= range.from && seq <= range.to;
