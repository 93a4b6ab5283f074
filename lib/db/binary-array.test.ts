import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textArray } from './binary-array';

function readTexts(array: Buffer): string[] {
  if (array.readInt32BE(0) === 0) return [];
  const texts: string[] = [];
  let at = 20;
  while (at < array.length) {
    const size = array.readInt32BE(at);
    texts.push(array.toString('utf8', at + 4, at + 4 + size));
    at += 4 + size;
  }
  expect(array.readInt32BE(12)).toBe(texts.length);
  return texts;
}

const ascii = fc.string({ unit: 'binary-ascii', maxLength: 300 });
const wide = fc.string({ unit: 'grapheme' });

test('texts come back as they were, ASCII or not, empty or long', () => {
  fc.assert(
    fc.property(fc.oneof(fc.array(ascii), fc.array(fc.oneof(ascii, wide))), (texts) => {
      expect(readTexts(textArray(texts))).toEqual(texts);
    }),
  );
  expect(readTexts(textArray(['x'.repeat(300_000), '', 'é'.repeat(300_000)]))[2]).toHaveLength(300_000);
});

test('an empty array ends after its type', () => {
  expect(textArray([])).toEqual(Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 25]));
});
