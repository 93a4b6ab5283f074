import { describe, expect, it } from 'vitest';
import { formatLineRange, isInRange, parseLineRange, rangeBetween, rangeUpTo } from './line-range';

describe('a range of lines', () => {
  it.each(['', '5', '0-3', '3-2', '1-', '-1-2', '1-2-3', '1 - 2', '１-２', undefined])('%j is none', (text) => {
    expect(parseLineRange(text)).toBeNull();
  });

  it('reads back what it wrote, whichever end was chosen first', () => {
    const range = rangeBetween(10_260, 10_233);
    expect(formatLineRange(range)).toBe('10233-10260');
    expect(parseLineRange('10233-10260')).toEqual(range);
    expect([10_232, 10_233, 10_260, 10_261].map((seq) => isInRange(range, seq))).toEqual([false, true, true, false]);
    expect(isInRange(null, 1)).toBe(false);
  });

  it('goes up to a line: below, above or inside of it', () => {
    const range = { from: 10, to: 20 };
    expect(rangeUpTo(null, 7)).toEqual({ from: 7, to: 7 });
    expect(rangeUpTo(range, 25)).toEqual({ from: 10, to: 25 });
    expect(rangeUpTo(range, 7)).toEqual({ from: 7, to: 20 });
    expect(rangeUpTo(range, 15)).toEqual({ from: 10, to: 15 });
  });
});
