import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addWordHashes, hashName, splitHashes } from './word-hash';

const hashesOf = (text: string): Set<number> => {
  const hashes = new Set<number>();
  addWordHashes(hashes, text);
  return hashes;
};

test.each([
  ['case is ignored', 'Timeout', 'TIMEOUT'],
  ['punctuation parts words', 'req-1a2b: done', '(done) 1a2b req'],
  ['so does whatever is not ASCII', 'größe→ende', 'gr e ende'],
  ['an underscore does not', 'retry_count', 'RETRY_COUNT'],
])('%s', (_name, one, other) => {
  expect(hashesOf(one)).toEqual(hashesOf(other));
});

test('other words have other hashes, and nothing has none', () => {
  expect(hashesOf('retry_count')).not.toEqual(hashesOf('retry count'));
  expect(hashesOf(' -…: ')).toEqual(new Set());
});

test('a name is told from the same word, and from the same name of another kind', () => {
  expect(hashesOf('gateway')).not.toContain(hashName('component', 'gateway'));
  expect(hashName('device', 'gateway')).not.toBe(hashName('component', 'gateway'));
});

test('every word of a text is found in the halves of the text', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary-ascii' }), { maxLength: 50 }), fc.nat(), (texts, n) => {
      const whole = splitHashes(hashesOf(texts.join('\n')));
      const part = splitHashes(hashesOf(texts[n % Math.max(1, texts.length)] ?? ''));
      expect(whole.a).toEqual(expect.arrayContaining(part.a));
      expect(whole.b).toEqual(expect.arrayContaining(part.b));
    }),
  );
});

test('halves are smallints, sorted, spread over the whole range', () => {
  const { a, b } = splitHashes(Array.from({ length: 20_000 }, (_, n) => [...hashesOf(`word${n}`)][0] ?? 0));
  for (const half of [a, b]) {
    expect(half.every((value, at) => value >= -32_768 && value <= 32_767 && value > (half[at - 1] ?? -32_769))).toBe(
      true,
    );
    // 20,000 balls into 65,536 boxes leave some 17,200 boxes that hold one.
    expect(half.length).toBeGreaterThan(17_000);
  }
});
