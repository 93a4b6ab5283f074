import { describe, expect, it } from 'vitest';
import { buildCells, cellText } from './phase-cells';
import { testLane } from './testing/test-timeline';

describe('cells', () => {
  it('tell the last result of a phase and the time of all tries', () => {
    const lane = testLane('a', {
      status: 'running',
      endMs: null,
      phases: [
        [0, 0, 5000, 'failed'],
        [0, 6000, 7000, null],
        [1, 7000, null, null],
      ],
    });
    expect(buildCells(lane, 3, 10_000).map(cellText)).toEqual([
      'succeeded, 6.0s in 2 tries',
      'running, 3.0s',
      'not reached',
    ]);
    expect(buildCells(lane, 1, 10_000)).toHaveLength(1);
  });
});
