import { describe, expect, it } from 'vitest';
import type { DeviceLane } from './schema';
import { devicesAtWork, stallLimitMs } from './stall';

describe('stallLimitMs', () => {
  it.each([
    [60_000, 200, 10_000],
    [300_000, 200, 30_000],
    [60_000, 5, 30_000],
    [60_000, 3, 45_000],
  ])('%d ms of work with %d lines: %d ms', (workMs, lineCount, limitMs) => {
    expect(stallLimitMs(workMs, lineCount)).toBe(limitMs);
  });

  it('lets nobody stall who writes next to nothing', () => {
    for (const lineCount of [0, 1]) expect(stallLimitMs(60_000, lineCount)).toBeGreaterThan(60_000);
  });
});

describe('devicesAtWork', () => {
  const lane = (change: Partial<DeviceLane>): DeviceLane => ({
    device: 'sw-1',
    status: 'unchanged',
    site: null,
    type: null,
    cause: null,
    clockSkewSeconds: null,
    startMs: 1000,
    endMs: 61_000,
    phases: [],
    levelCounts: [0, 30, 0, 0, 0],
    usualMs: null,
    ...change,
  });
  const running = { status: 'running', durationMs: 101_000 } as const;

  it('takes a device from its start to its end, and one at work until now', () => {
    const lanes = [lane({}), lane({ device: 'sw-2', status: 'running', endMs: null })];
    expect(devicesAtWork(lanes, running)).toEqual([
      { device: 'sw-1', startMs: 1000, endMs: 61_000, limitMs: 10_000 },
      { device: 'sw-2', startMs: 1000, endMs: 101_000, limitMs: 10_000 },
    ]);
  });

  it('leaves out whose times are not known, and who was too quick to stall', () => {
    const lanes = [
      lane({ startMs: null }),
      lane({ status: 'running', endMs: null }),
      lane({ endMs: 9000 }),
      lane({ levelCounts: [0, 1, 0, 0, 0] }),
    ];
    expect(devicesAtWork(lanes, { status: 'stale', durationMs: 101_000 })).toEqual([]);
  });
});
