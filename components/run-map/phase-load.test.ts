import { describe, expect, it } from 'vitest';
import { buildPhaseLoads, loadAt } from './phase-load';
import { testLane, testTimeline } from './testing/test-timeline';

const timeline = testTimeline({
  phases: ['connect', 'fetch', 'store'],
  devices: [
    testLane('a', {
      phases: [
        [0, 0, 10, 'succeeded'],
        [1, 10, 40, 'succeeded'],
      ],
    }),
    testLane('b', {
      phases: [
        [0, 5, 20, 'failed'],
        [0, 30, 35, 'failed'],
      ],
    }),
    testLane('c', { status: 'running', endMs: null, phases: [[0, 8, null, null]] }),
  ],
});
const [connect, fetch, store] = buildPhaseLoads(timeline, 50);

describe('buildPhaseLoads', () => {
  it('counts the devices that are in a phase at the same time', () => {
    expect(connect?.max).toBe(3);
    const at = (ms: number) => connect && loadAt(connect, ms);
    expect([-1, 0, 5, 8, 10, 20, 32, 49, 50].map(at)).toEqual([0, 1, 2, 3, 2, 1, 2, 1, 0]);
    expect(fetch && loadAt(fetch, 25)).toBe(1);
  });

  it('counts devices once and tells failures', () => {
    expect(connect).toMatchObject({ deviceCount: 3, failedCount: 1 });
    expect(store).toMatchObject({ steps: [], max: 0, deviceCount: 0 });
  });

  it('sees a phase that took no time', () => {
    const [load] = buildPhaseLoads(
      testTimeline({ phases: ['x'], devices: [testLane('a', { phases: [[0, 7, 7, null]] })] }),
      50,
    );
    expect(load?.max).toBe(1);
  });
});
