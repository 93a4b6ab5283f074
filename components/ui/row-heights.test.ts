import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowHeights } from './row-heights';

describe('RowHeights', () => {
  it('agrees with adding up, whatever was measured in whatever order', () => {
    const measured = fc.array(fc.tuple(fc.nat(199), fc.integer({ min: 1, max: 500 })), { maxLength: 300 });
    fc.assert(
      fc.property(measured, fc.nat(60_000), (measures, offset) => {
        const heights = new RowHeights(24);
        const plain = new Array<number>(200).fill(24);
        for (const [index, height] of measures) {
          expect(heights.setHeight(index, height)).toBe(plain[index] !== height);
          plain[index] = height;
        }
        const starts = plain.map((_, index) => plain.slice(0, index).reduce((sum, height) => sum + height, 0));
        starts.forEach((start, index) => expect(heights.offsetOf(index)).toBe(start));
        expect(heights.indexAt(offset, 200)).toBe(starts.findLastIndex((start) => start <= offset));
      }),
      { numRuns: 30 },
    );
  });

  it('holds a million rows', () => {
    const heights = new RowHeights(24);
    heights.setHeight(999_999, 100);
    expect(heights.offsetOf(1_000_000)).toBe(24_000_076);
    expect(heights.indexAt(23_999_999, 1_000_000)).toBe(999_999);
  });

  it('stays inside the list', () => {
    const heights = new RowHeights(24);
    expect([heights.indexAt(-5, 3), heights.indexAt(1e9, 3), heights.indexAt(0, 0)]).toEqual([0, 2, 0]);
  });
});
