import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findIdle } from './idle';

const span = (startMs: number, endMs: number) => ({ startMs, endMs });

describe('findIdle', () => {
  it('finds stretches of a tenth of the run, at its ends too', () => {
    const busy = [span(40, 50), span(10, 20), span(51, 60)];
    expect(findIdle({ durationMs: 100, busy, borders: [] })).toEqual([span(0, 10), span(20, 40), span(60, 100)]);
  });

  it('knows that a phase which begins or ends is no silence', () => {
    const busy = [span(0, 20), span(95, 100)];
    expect(findIdle({ durationMs: 100, busy, borders: [60, 25, 31, 200] })).toEqual([span(31, 60), span(60, 95)]);
  });

  it('calls a run without lines idle as a whole, and one without length not', () => {
    expect(findIdle({ durationMs: 100, busy: [], borders: [] })).toEqual([span(0, 100)]);
    expect(findIdle({ durationMs: 0, busy: [], borders: [] })).toEqual([]);
  });

  it('holds no line and no border, and leaves no tenth without one out', () => {
    const times = fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 30 });
    fc.assert(
      fc.property(times, times, (lines, borders) => {
        const busy = lines.map((time) => span(time, time));
        const idle = findIdle({ durationMs: 1000, busy, borders });
        const points = [0, ...lines, ...borders, 1000].sort((a, b) => a - b);
        const expected = points
          .slice(1)
          .map((point, at) => span(points[at] ?? 0, point))
          .filter(({ startMs, endMs }) => endMs - startMs >= 100);
        expect(idle).toEqual(expected);
      }),
    );
  });
});
