import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstAt } from './first-at';

it('finds what looking at each would find', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), fc.nat(52), (numbers, least) => {
      const ascending = numbers.sort((a, b) => a - b);
      const index = ascending.findIndex((number) => number >= least);
      expect(firstAt(ascending, least)).toBe(index === -1 ? ascending.length : index);
    }),
  );
});
