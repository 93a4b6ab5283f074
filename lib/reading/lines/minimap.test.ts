import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillBuckets, levelCodeOf, spansToRead, type MinimapSpan } from './minimap';

type Line = { level: number; isFound: boolean };

const lines = fc.array(fc.record({ level: fc.integer({ min: 0, max: 4 }), isFound: fc.boolean() }), { maxLength: 300 });

/** Lines cut into chunks of up to `size`, with each chunk's counts. */
function cut(all: readonly Line[], size: number) {
  const spans: (MinimapSpan & { lines: readonly Line[] })[] = [];
  for (let from = 0; from < all.length; from += size) {
    const part = all.slice(from, from + size);
    const counts = [0, 1, 2, 3, 4].map((level) => part.filter((line) => line.level === level).length);
    spans.push({ firstSeq: from + 1, lastSeq: from + part.length, counts, lines: part });
  }
  return spans;
}

const naive = (all: readonly Line[], wanted: number) => {
  const count = Math.min(all.length, wanted);
  return Array.from({ length: count }, (_, bucket) => {
    const inside = all.filter((_line, index) => Math.floor((index * count) / all.length) === bucket);
    return {
      counts: [0, 1, 2, 3, 4].map((level) => inside.filter((line) => line.level === level).length),
      matches: inside.filter(({ isFound }) => isFound).length,
    };
  });
};

describe('the buckets of a minimap', () => {
  it('are those of looking at every line, whatever the chunks and borders', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 60 }), (all, size, wanted) => {
        const spans = cut(all, size);
        const matches = spans
          .map((span) => ({ ...span, count: span.lines.filter(({ isFound }) => isFound).length }))
          .filter(({ count }) => count > 0);
        const read = new Set(spansToRead(spans, matches, wanted).map(({ firstSeq }) => firstSeq));
        const known = spans.map((span) =>
          read.has(span.firstSeq)
            ? { ...span, levelCodes: span.lines.map(({ level, isFound }) => levelCodeOf(level, isFound)).join('') }
            : span,
        );
        expect(fillBuckets(known, matches, wanted).tallies).toEqual(naive(all, wanted));
      }),
    );
  });

  it('need no line of a chunk that is inside of one, or of one level', () => {
    const spans = cut(
      Array.from({ length: 100 }, (_, at) => ({ level: at < 50 ? at % 2 : 3, isFound: false })),
      10,
    );
    expect(spansToRead(spans, null, 10)).toEqual([]);
    expect(spansToRead(spans, null, 3).map(({ firstSeq }) => firstSeq)).toEqual([31]);
    const matches = [{ firstSeq: 61, lastSeq: 70, count: 1 }];
    expect(spansToRead(spans, matches, 3).map(({ firstSeq }) => firstSeq)).toEqual([31, 61]);
  });

  it('are none without lines', () => {
    expect(fillBuckets([], null, 10).tallies).toEqual([]);
  });
});
