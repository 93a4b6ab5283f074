import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseIntList } from './parse-int-list';

test('reads what PostgreSQL writes', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 31 - 1 })), (numbers) => {
      expect([...parseIntList(`{${numbers.join(',')}}`)]).toEqual(numbers);
    }),
  );
});
