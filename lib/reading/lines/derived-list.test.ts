import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { marksAt, indexesOfPage, type DerivedList } from './derived-list';

const listOf = (seqs: readonly number[]): DerivedList => ({
  kind: 'fold',
  seqs: Int32Array.from(seqs),
  counts: Int32Array.from(seqs, () => 1),
  lastSeqs: Int32Array.from(seqs),
});

const sortedSeqs = fc
  .uniqueArray(fc.integer({ min: 1, max: 200 }), { maxLength: 60 })
  .map((seqs) => seqs.sort((one, other) => one - other));

describe('indexesOfPage', () => {
  test('is a slice of the list, by offset or from a seq, either way', () => {
    const pages = fc.record({ start: fc.nat(220), limit: fc.integer({ min: 1, max: 30 }) });
    fc.assert(
      fc.property(sortedSeqs, pages, (seqs, { start, limit }) => {
        const list = listOf(seqs);
        const read = (page: { from?: number; offset?: number; order: 'asc' | 'desc' }) =>
          indexesOfPage(list, { ...page, limit }).map((index) => list.seqs[index]);
        const back = [...seqs].reverse();
        expect(read({ offset: start, order: 'asc' })).toEqual(seqs.slice(start, start + limit));
        expect(read({ offset: start, order: 'desc' })).toEqual(back.slice(start, start + limit));
        expect(read({ from: start, order: 'asc' })).toEqual(seqs.filter((seq) => seq >= start).slice(0, limit));
        expect(read({ from: start, order: 'desc' })).toEqual(back.filter((seq) => seq <= start).slice(0, limit));
      }),
    );
  });
});

test('a fold of one line is a line', () => {
  const list: DerivedList = {
    kind: 'fold',
    seqs: Int32Array.of(1, 4),
    counts: Int32Array.of(3, 1),
    lastSeqs: Int32Array.of(3, 4),
  };
  expect([marksAt(list, 0), marksAt(list, 1)]).toEqual([{ repeats: { count: 3, lastSeq: 3 } }, {}]);
});
