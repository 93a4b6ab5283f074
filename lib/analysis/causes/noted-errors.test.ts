import { expect, test } from 'vitest';
import { parseNotedErrors } from './noted-errors';

test('pairs of seq and message are errors of the device, in their order; nothing else is', () => {
  const noted = [[7, 'no route'], [9, 'gave up'], ['9', 'x'], [3], 'y', null, [4, null]];
  expect(parseNotedErrors('sw-1', noted)).toEqual([
    { device: 'sw-1', seq: 7, message: 'no route' },
    { device: 'sw-1', seq: 9, message: 'gave up' },
  ]);
  for (const other of [null, undefined, {}, '[]', []]) expect(parseNotedErrors('sw-1', other)).toEqual([]);
});
