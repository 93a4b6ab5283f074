import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexWords } from './index-words';
import { addWordHashes } from './word-hash';

const countsOf = (lines: readonly (readonly string[])[]): Record<string, number> => {
  const { frequentWords, frequentLines } = indexWords(lines);
  return Object.fromEntries(frequentWords.map((word, at) => [word, frequentLines[at] ?? 0]));
};
const times = (count: number, ...texts: string[]) => Array.from({ length: count }, () => texts);

test('a word is counted once a line, in any case, whichever of its texts it stands in', () => {
  expect(countsOf([...times(8, 'Timeout after timeout', 'TIMEOUT'), ...times(2, 'x', 'timeout')])).toEqual({
    timeout: 10,
    after: 8,
  });
});

test('a word of few lines is not listed', () => {
  expect(countsOf(times(7, 'rare'))).toEqual({});
});

test('a word that touches a letter beyond ASCII anywhere is not counted, its neighbours are', () => {
  expect(countsOf([...times(9, 'gr x'), ['größe']])).toEqual({ x: 9 });
  expect(countsOf([...times(9, 'kelvin'), ['5 \u212aelvin']])).toEqual({});
});

test('counts are those of a plain search for the whole word, hashes those of every text', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'B', 'b', '_', '1', ' ', '-', 'ö'), maxLength: 12 });
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 8, maxLength: 60 }), (lines) => {
      for (const [word, count] of Object.entries(countsOf(lines))) {
        const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])${word}(?![\\p{L}\\p{N}_])`, 'iu');
        expect(lines.filter((texts) => texts.some((one) => pattern.test(one)))).toHaveLength(count);
      }
      const hashes = new Set<number>();
      for (const one of lines.flat()) addWordHashes(hashes, one);
      expect(indexWords(lines).hashes).toEqual(hashes);
    }),
  );
});
