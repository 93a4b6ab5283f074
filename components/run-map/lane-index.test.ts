import { describe, expect, it } from 'vitest';
import type { Mark } from '@/lib/analysis/timeline/schema';
import { buildLaneIndex, firstErrorSeq, worstLast } from './lane-index';

const mark = (seq: number, level: Mark['level'], lane: number): Mark => ({
  lane,
  component: 0,
  ms: seq,
  level,
  seq,
  count: 1,
});
const marks = [mark(1, 'WARNING', 0), mark(7, 'CRITICAL', 0), mark(5, 'ERROR', 0), mark(9, 'ERROR', 2)];

describe('lane index', () => {
  it('finds the marks and stalls of a lane', () => {
    const stall = { lane: 2, startMs: 1, endMs: 2 };
    const index = buildLaneIndex({ marks, stalls: [stall] });
    expect(index.marksOfDevice.get(0)).toHaveLength(3);
    expect(index.marksOfComponent.get(0)).toHaveLength(4);
    expect(index.stallsOfDevice.get(2)).toEqual([stall]);
    expect(index.marksOfDevice.get(1)).toBeUndefined();
  });

  it('knows the first error and draws the worst last', () => {
    expect(firstErrorSeq(marks.slice(0, 3))).toBe(5);
    expect(firstErrorSeq(marks.slice(0, 1))).toBeNull();
    expect(firstErrorSeq(undefined)).toBeNull();
    expect(worstLast(marks).map(({ level }) => level)).toEqual(['WARNING', 'ERROR', 'ERROR', 'CRITICAL']);
  });
});
