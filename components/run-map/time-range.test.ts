import { describe, expect, it } from 'vitest';
import { moveBy, rangeOf, zoomBy } from './time-range';

const full = { startMs: 0, endMs: 1000 };

describe('the shown range', () => {
  it('halves and doubles around its centre', () => {
    expect(zoomBy(full, full, 0.5)).toEqual({ startMs: 250, endMs: 750 });
    expect(zoomBy({ startMs: 0, endMs: 100 }, full, 2)).toEqual({ startMs: 0, endMs: 200 });
    expect(zoomBy({ startMs: 200, endMs: 800 }, full, 2)).toBeNull();
  });

  it('moves by half and stops at the ends', () => {
    expect(moveBy({ startMs: 400, endMs: 600 }, full, 1)).toEqual({ startMs: 500, endMs: 700 });
    expect(moveBy({ startMs: 50, endMs: 250 }, full, -1)).toEqual({ startMs: 0, endMs: 200 });
    expect(moveBy(full, full, 1)).toBeNull();
  });

  it('is drawn from either end and never too narrow to see', () => {
    expect(rangeOf(600, 400, full)).toEqual({ startMs: 400, endMs: 600 });
    expect(rangeOf(500, 500, full)).toEqual({ startMs: 495, endMs: 505 });
    expect(rangeOf(-50, 2000, full)).toBeNull();
    expect(rangeOf(1, 2, { startMs: 0, endMs: 4 })).toBeNull();
  });
});
