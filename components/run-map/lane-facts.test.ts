import { describe, expect, it } from 'vitest';
import { drawnPhases, errorCountOf, isLaggard, laneDuration, laneLineCount } from './lane-facts';
import { testLane } from './testing/test-timeline';

describe('a lane', () => {
  it('counts lines and errors', () => {
    const lane = testLane('fra-sw-12', { levelCounts: [1, 2, 3, 4, 5] });
    expect([laneLineCount(lane), errorCountOf(lane)]).toEqual([15, 9]);
  });

  it('lasts to its end, or to now while it is at work', () => {
    expect(laneDuration(testLane('a', { startMs: 5, endMs: 25 }), 100)).toBe(20);
    expect(laneDuration(testLane('a', { status: 'running', startMs: 5, endMs: null }), 100)).toBe(95);
    expect(laneDuration(testLane('a', { status: 'failed', startMs: 5, endMs: null }), 100)).toBeNull();
    expect(laneDuration(testLane('a', { startMs: null, endMs: null }), 100)).toBeNull();
  });

  it('lags when it is at work for longer than it usually takes', () => {
    const lane = testLane('a', { status: 'running', startMs: 0, endMs: null, usualMs: 50 });
    expect([
      isLaggard(lane, 50),
      isLaggard(lane, 51),
      isLaggard({ ...lane, status: 'changed', endMs: 90 }, 99),
    ]).toEqual([false, true, false]);
    expect(isLaggard({ ...lane, usualMs: null }, 1e9)).toBe(false);
  });

  it('ends a phase without an end where the next begins, with its device, or now', () => {
    const phases = [
      [0, 0, null, null],
      [1, 10, null, 'failed'],
    ] satisfies Parameters<typeof testLane>[1]['phases'];
    const ends = (lane: ReturnType<typeof testLane>) =>
      drawnPhases(lane, 99).map(({ endMs, isOpen }) => [endMs, isOpen]);
    expect(ends(testLane('a', { status: 'failed', startMs: 0, endMs: 30, phases }))).toEqual([
      [10, false],
      [30, false],
    ]);
    expect(ends(testLane('a', { status: 'running', startMs: 0, endMs: null, phases }))).toEqual([
      [10, false],
      [99, true],
    ]);
    expect(ends(testLane('a', { status: 'failed', startMs: 0, endMs: null, phases }))[1]).toEqual([10, false]);
  });
});
