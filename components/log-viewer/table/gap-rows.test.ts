import { describe, expect, it } from 'vitest';
import { missingAfterSeq, undeliveredCount } from './gap-rows';

const gap = (count: number, afterSeq: number | null) => ({ fromClientSeq: 1, toClientSeq: count, count, afterSeq });

describe('gap rows', () => {
  it('stand after their line, or before the first', () => {
    expect([...missingAfterSeq([gap(3, null), gap(27, 100), gap(2, 100)])]).toEqual([
      [0, 3],
      [100, 29],
    ]);
  });

  it('know of declared lines without a number', () => {
    expect(undeliveredCount({ gaps: [gap(3, 5)], missingLineCount: 10 })).toBe(7);
    expect(undeliveredCount({ gaps: [gap(3, 5)], missingLineCount: 3 })).toBe(0);
  });
});
