import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTimeAxis, FOLD_PX, foldAt, msToPx, pxToMs, roundUpEnd } from './time-axis';

const MINUTE = 60_000;
const idle = [{ startMs: 3 * MINUTE, endMs: 7 * MINUTE }];
const span = { startMs: 0, endMs: 10 * MINUTE };

describe('buildTimeAxis', () => {
  it('gives a long silence a fixed width and the rest to the others', () => {
    const axis = buildTimeAxis({ ...span, widthPx: 648, idle });
    expect(axis.parts.map(({ startPx, endPx, isFold }) => [startPx, endPx, isFold])).toEqual([
      [0, 300, false],
      [300, 300 + FOLD_PX, true],
      [348, 648, false],
    ]);
    expect(msToPx(axis, 8 * MINUTE)).toBeCloseTo(448);
    expect(foldAt(axis, 310)?.startMs).toBe(3 * MINUTE);
    expect(foldAt(axis, 299)).toBeUndefined();
  });

  it('shows an opened silence in full', () => {
    const axis = buildTimeAxis({ ...span, widthPx: 600, idle, opened: new Set([3 * MINUTE]) });
    expect(axis.parts).toHaveLength(1);
    expect(msToPx(axis, 5 * MINUTE)).toBe(300);
  });

  it('cuts a silence to what is shown, and leaves one open that is all there is', () => {
    const half = buildTimeAxis({ startMs: 5 * MINUTE, endMs: 10 * MINUTE, widthPx: 348, idle });
    expect(half.parts.map(({ endPx, isFold }) => [endPx, isFold])).toEqual([
      [48, true],
      [348, false],
    ]);
    const inside = buildTimeAxis({ startMs: 4 * MINUTE, endMs: 6 * MINUTE, widthPx: 348, idle });
    expect(inside.parts.map(({ isFold }) => isFold)).toEqual([false]);
  });

  it('folds nothing that would grow by it', () => {
    expect(buildTimeAxis({ ...span, widthPx: 130, idle }).parts).toHaveLength(3);
    expect(buildTimeAxis({ ...span, widthPx: 110, idle }).parts).toHaveLength(1);
    const short = [{ startMs: MINUTE, endMs: 2 * MINUTE }];
    expect(buildTimeAxis({ ...span, widthPx: 400, idle: short }).parts).toHaveLength(1);
    expect(buildTimeAxis({ ...span, widthPx: 500, idle: short }).parts).toHaveLength(3);
  });

  it('goes back and forth, in order, whatever is folded', () => {
    const point = fc.integer({ min: -5_000, max: 4_000_000 });
    fc.assert(
      fc.property(
        fc.uniqueArray(point, { minLength: 2, maxLength: 8 }).map((points) => points.sort((a, b) => a - b)),
        fc.integer({ min: 0, max: 2000 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 10 }),
        (points, widthPx, shares) => {
          const [startMs = 0, ...rest] = points;
          const endMs = rest.at(-1) ?? startMs + 1;
          const spans = rest.slice(0, -1).flatMap((from, at) => {
            const to = rest[at + 1];
            return at % 2 === 0 && to !== undefined ? [{ startMs: from, endMs: to }] : [];
          });
          const axis = buildTimeAxis({ startMs, endMs, widthPx, idle: spans });
          const moments = shares.map((share) => startMs + share * (endMs - startMs)).sort((a, b) => a - b);
          const offsets = moments.map((ms) => msToPx(axis, ms));
          expect(offsets.every((px, at) => px >= (offsets[at - 1] ?? 0) - 1e-6 && px <= axis.widthPx + 1e-6)).toBe(
            true,
          );
          for (const [at, px] of offsets.entries()) {
            expect(Math.abs(pxToMs(axis, px) - (moments[at] ?? 0))).toBeLessThan(1e-3 * (endMs - startMs) + 1);
          }
        },
      ),
    );
  });

  it('keeps what is outside at the edges', () => {
    const axis = buildTimeAxis({ ...span, widthPx: 600, idle: [] });
    expect([msToPx(axis, -5), msToPx(axis, 11 * MINUTE), pxToMs(axis, -1), pxToMs(axis, 601)]).toEqual([
      0,
      600,
      0,
      10 * MINUTE,
    ]);
  });
});

describe('roundUpEnd', () => {
  it('is never before its moment and at most an eighth behind', () => {
    expect([1, 900, 15_900, 16_001, 100_000].map(roundUpEnd)).toEqual([1000, 1000, 16_000, 18_000, 104_000]);
    fc.assert(
      fc.property(fc.integer({ min: 8000, max: 1e9 }), (ms) => {
        const end = roundUpEnd(ms);
        expect(end >= ms && end <= ms * 1.125 + 1000).toBe(true);
      }),
    );
  });
});
