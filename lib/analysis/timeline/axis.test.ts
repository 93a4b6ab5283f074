import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildAxis, type AxisRun } from './axis';
import { MAX_TIMELINE_BUCKETS } from './schema';

const START = Date.UTC(2026, 10, 23, 2);
const MINUTE = 60_000;
const run: AxisRun = {
  startedMs: START,
  finishedMs: START + 10 * MINUTE,
  lastReceivedMs: START + 11 * MINUTE,
  isOpen: false,
};
const NOW = START + 60 * MINUTE;

describe('buildAxis', () => {
  it('reaches from the earliest to the latest of start, end, lines and phases', () => {
    expect(buildAxis({ run, times: [], nowMs: NOW })).toMatchObject({ startMs: START, durationMs: 10 * MINUTE });
    const times = [START + 5, null, START - 2000.5, START + 11 * MINUTE];
    expect(buildAxis({ run, times, nowMs: NOW })).toMatchObject({
      startMs: START - 2001,
      durationMs: 11 * MINUTE + 2001,
    });
  });

  it('of an open run reaches to now', () => {
    const open = { ...run, finishedMs: null, isOpen: true };
    expect(buildAxis({ run: open, times: [], nowMs: NOW }).durationMs).toBe(60 * MINUTE);
  });

  it('of a run without an end reaches to its last line', () => {
    const stale = { ...run, finishedMs: null };
    expect(buildAxis({ run: stale, times: [START + 7000], nowMs: NOW }).durationMs).toBe(7000);
  });

  it('is not stretched by a clock that is a day off', () => {
    const axis = buildAxis({ run, times: [0, START + 2 * 86_400_000], nowMs: NOW });
    expect(axis).toMatchObject({ startMs: START, durationMs: 10 * MINUTE });
  });

  it('has 1 to 120 buckets, of which the last holds the end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * 86_400_000 }), (durationMs) => {
        const long = { ...run, finishedMs: START + durationMs };
        const { bucketMs, bucketCount } = buildAxis({ run: long, times: [], nowMs: NOW });
        expect(bucketCount).toBeLessThanOrEqual(MAX_TIMELINE_BUCKETS);
        expect(bucketCount * bucketMs).toBeGreaterThan(durationMs);
        expect((bucketCount - 1) * bucketMs).toBeLessThanOrEqual(durationMs);
        const isUsual = durationMs > MAX_TIMELINE_BUCKETS && durationMs < 50 * 86_400_000;
        if (isUsual) expect(bucketCount).toBeGreaterThanOrEqual(48);
      }),
    );
  });
});
