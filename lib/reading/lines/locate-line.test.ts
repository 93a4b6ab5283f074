import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAGE_SIZE } from './line-window';
import { locateLine } from './locate-line';
import type { Line } from '@/lib/store/chunks/line';

const lineOf = (seq: number): Line => ({
  seq,
  time: '2026-11-22T02:14:07.120Z',
  receivedAt: '2026-11-22T02:14:07.220Z',
  level: 'INFO',
  component: '',
  device: '',
  phase: '',
  message: '',
  fields: {},
});

async function locateIn(seqs: readonly number[], seq: number, lastSeq = Math.max(0, ...seqs)) {
  let reads = 0;
  const readPage = async (page: number) => {
    reads += 1;
    return seqs.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE).map(lineOf);
  };
  return { ...(await locateLine(seq, { total: seqs.length, lastSeq, readPage })), reads };
}

describe('locateLine', () => {
  it('finds every line, and says when a line is no match', async () => {
    const sets = fc.uniqueArray(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 1500 });
    await fc.assert(
      fc.asyncProperty(sets, fc.integer({ min: 1, max: 5000 }), async (set, seq) => {
        const seqs = set.sort((a, b) => a - b);
        const { index, isMatch } = await locateIn(seqs, seq, 5000);
        expect(isMatch).toBe(seqs.includes(seq));
        const next = seqs.findIndex((each) => each >= seq);
        expect(index).toBe(next === -1 ? seqs.length - 1 : next);
      }),
      { numRuns: 60 },
    );
  });

  it('reads few pages, also where matches are bunched', async () => {
    const even = Array.from({ length: 50_000 }, (_, at) => 2 * at + 1);
    expect((await locateIn(even, 70_001)).reads).toBe(1);
    const bunched = [...Array.from({ length: 49_999 }, (_, at) => at + 1), 1_000_000];
    expect((await locateIn(bunched, 31_234)).reads).toBeLessThan(18);
  });

  it('knows an empty result', async () => {
    expect(await locateIn([], 5)).toEqual({ index: 0, isMatch: false, reads: 0 });
  });

  it('finds a line that is folded under an earlier one', async () => {
    const folds = [1, 10, 40].map((seq, at) => ({
      ...lineOf(seq),
      repeats: { count: 9, lastSeq: [9, 30, 48][at] ?? 0 },
    }));
    const locate = (seq: number) => locateLine(seq, { total: 3, lastSeq: 60, readPage: async () => folds });
    expect(await locate(25)).toEqual({ index: 1, isMatch: true });
    expect(await locate(48)).toEqual({ index: 2, isMatch: true });
    expect(await locate(35)).toEqual({ index: 2, isMatch: false });
  });
});
