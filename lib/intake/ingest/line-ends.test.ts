import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openLineEnds } from './line-ends';

test('the end of any line from any place of it, in whatever order is asked', () => {
  const body = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\u001e'), maxLength: 60 });
  fc.assert(
    fc.property(body, fc.array(fc.nat(60)), (text, places) => {
      const endOfLine = openLineEnds(text);
      for (const place of places) {
        const at = Math.min(place, text.length);
        const length = text.slice(at).search(/[\n\u001e]/);
        expect(endOfLine(at)).toBe(length === -1 ? text.length : at + length);
      }
    }),
  );
});
