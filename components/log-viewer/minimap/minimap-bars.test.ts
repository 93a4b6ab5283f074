import { describe, expect, it } from 'vitest';
import type { Minimap } from '@/lib/reading/lines/schema';
import { bucketsFor, indexAt, minimapBars, minimapText, minimapTicks } from './minimap-bars';

const MAP: Minimap = {
  total: 1000,
  lastSeq: 1000,
  matches: 3,
  buckets: [
    { level: 'INFO', counts: { INFO: 250 } },
    { level: 'ERROR', counts: { INFO: 249, ERROR: 1 }, matches: 2 },
    { level: 'WARNING', counts: { WARNING: 250 } },
    { level: 'DEBUG', counts: { DEBUG: 250 }, matches: 1 },
  ],
};

describe('the minimap', () => {
  it('has a bar a bucket over its whole height, the worst on top', () => {
    expect(minimapBars(MAP, [], { total: 1000, heightPx: 400 })).toEqual([
      { level: 'DEBUG', topPx: 300, heightPx: 100 },
      { level: 'INFO', topPx: 0, heightPx: 100 },
      { level: 'WARNING', topPx: 200, heightPx: 100 },
      { level: 'ERROR', topPx: 100, heightPx: 100 },
    ]);
  });

  it('makes room for lines that came since and shows them', () => {
    const bars = minimapBars(MAP, ['INFO', 'ERROR'], { total: 1002, heightPx: 501 });
    expect(bars[0]).toEqual({ level: 'DEBUG', topPx: 375, heightPx: 125 });
    expect(bars.at(-1)).toEqual({ level: 'ERROR', topPx: 499, heightPx: 2 });
  });

  it('keeps errors visible where many lines share a pixel, the last one too', () => {
    const bars = minimapBars(MAP, ['CRITICAL'], { total: 1_000_000, heightPx: 300 });
    expect(bars.filter(({ level }) => level === 'ERROR').map(({ heightPx }) => heightPx)).toEqual([2]);
    const last = minimapBars(MAP, ['CRITICAL'], { total: 1001, heightPx: 300 }).at(-1);
    expect(last).toEqual({ level: 'CRITICAL', topPx: 298, heightPx: 2 });
  });

  it('has a tick where the search finds something', () => {
    expect(minimapTicks(MAP, { total: 1000, heightPx: 400 })).toEqual([{ topPx: 100 }, { topPx: 300 }]);
  });

  it('leads from a height to a line, and never past the ends', () => {
    const scale = { total: 1000, heightPx: 400 };
    expect([-5, 0, 200, 399.9, 400, 900].map((y) => indexAt(y, scale))).toEqual([0, 0, 500, 999, 999, 999]);
    expect(indexAt(10, { total: 0, heightPx: 0 })).toBe(0);
  });

  it('asks for a row each 2 px, in steps', () => {
    expect([0, 300, 319, 320, 321, 9000].map(bucketsFor)).toEqual([1, 160, 160, 160, 180, 2000]);
  });

  it('is told in words', () => {
    expect(minimapText(MAP)).toBe('1 ERROR, 250 WARNING; 3 matches');
    expect(minimapText({ ...MAP, matches: null, buckets: [] })).toBe('no warnings or errors');
  });
});
