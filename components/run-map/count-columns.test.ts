import { expect, test } from 'vitest';
import { countColumns } from './count-columns';
import { testLane } from './testing/test-timeline';

test.each([
  ['nothing but warnings', [1, 2, 3, 0, 0], 4],
  ['an ERROR line', [0, 0, 0, 1, 0], 5],
  ['a CRITICAL line alone', [0, 0, 0, 0, 1], 5],
])('a device with %s', (_, levelCounts, columns) => {
  const timeline = { devices: [testLane('fra-sw-12', { levelCounts })] };
  expect(countColumns({ kind: 'device', key: 'fra-sw-12', lane: 0 }, { timeline, cellCount: 3 })).toBe(columns);
});
