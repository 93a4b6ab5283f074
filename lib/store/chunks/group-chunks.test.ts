import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_CHUNK_LINES } from './chunk';
import { groupChunks, type ChunkSize } from './group-chunks';

function chunksOf(sizes: readonly number[], sealed: (index: number) => boolean = () => false): ChunkSize[] {
  let firstSeq = 1;
  return sizes.map((lineCount, index) => {
    const chunk = { firstSeq, lineCount, sealed: sealed(index) };
    firstSeq += lineCount;
    return chunk;
  });
}

test('an ended run: neighbours that fit become one, whole chunks are sealed as they are', () => {
  expect(groupChunks(chunksOf([400, 600, 1000, 30]), true)).toEqual([
    { fromSeq: 1, toSeq: 1000, isMerge: true, isFinal: true },
    { fromSeq: 1001, toSeq: 2000, isMerge: false, isFinal: true },
    { fromSeq: 2001, toSeq: 2030, isMerge: false, isFinal: true },
  ]);
});

test('an open run: all but the last group is final; the last waits until it is worth a merge', () => {
  expect(groupChunks(chunksOf([1000, 300, 100]), false)).toEqual([
    { fromSeq: 1, toSeq: 1000, isMerge: false, isFinal: true },
  ]);
  expect(groupChunks(chunksOf([1000, 300, 300]), false).at(-1)).toEqual({
    fromSeq: 1001,
    toSeq: 1600,
    isMerge: true,
    isFinal: false,
  });
});

test('what is sealed is left alone, until a late line joins it', () => {
  expect(
    groupChunks(
      chunksOf([1000, 700], () => true),
      true,
    ),
  ).toEqual([]);
  expect(
    groupChunks(
      chunksOf([1000, 700, 1], (index) => index < 2),
      true,
    ),
  ).toEqual([{ fromSeq: 1001, toSeq: 1701, isMerge: true, isFinal: true }]);
});

test('groups never pass a chunk’s size, do not overlap, and lines that follow leave the final ones as they were', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: MAX_CHUNK_LINES }), { maxLength: 40 });
  fc.assert(
    fc.property(sizes, sizes, (before, after) => {
      const groups = groupChunks(chunksOf(before), false);
      const later = groupChunks(chunksOf([...before, ...after]), false);
      let end = 0;
      for (const { fromSeq, toSeq } of groups) {
        expect(toSeq - fromSeq + 1).toBeLessThanOrEqual(MAX_CHUNK_LINES);
        expect(fromSeq).toBeGreaterThan(end);
        end = toSeq;
      }
      expect(later).toEqual(expect.arrayContaining(groups.filter(({ isFinal }) => isFinal)));
    }),
  );
});
