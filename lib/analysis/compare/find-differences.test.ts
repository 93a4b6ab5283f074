import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDifferences } from './find-differences';

const keys = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });
const differ = (now: string, before: string) => findDifferences([...now], [...before]);

describe('findDifferences', () => {
  it('finds none in equal courses', () => {
    fc.assert(fc.property(keys, (course) => findDifferences(course, course).length === 0));
  });

  it('explains both courses: what stands between two differences is equal, in length and in keys', () => {
    fc.assert(
      fc.property(keys, keys, (now, before) => {
        let at = { now: 0, before: 0 };
        for (const { nowFrom, nowTo, beforeFrom, beforeTo } of findDifferences(now, before)) {
          expect(now.slice(at.now, nowFrom)).toEqual(before.slice(at.before, beforeFrom));
          expect(nowTo - nowFrom + beforeTo - beforeFrom).toBeGreaterThan(0);
          at = { now: nowTo, before: beforeTo };
        }
        expect(now.slice(at.now)).toEqual(before.slice(at.before));
      }),
    );
  });

  it('starts at the first key that differs', () => {
    fc.assert(
      fc.property(keys, keys, keys, (head, now, before) => {
        const [first] = findDifferences([...head, 'x', ...now], [...head, 'y', ...before]);
        expect(first).toMatchObject({ nowFrom: head.length, beforeFrom: head.length });
      }),
    );
  });

  it('comes back after a detour in either course, and after a changed last step', () => {
    expect(differ('abXcd', 'abcd')).toEqual([{ nowFrom: 2, nowTo: 3, beforeFrom: 2, beforeTo: 2, isFinal: false }]);
    expect(differ('abcd', 'abXYcd')).toEqual([{ nowFrom: 2, nowTo: 2, beforeFrom: 2, beforeTo: 4, isFinal: false }]);
    expect(differ('abXd', 'abcd')).toEqual([{ nowFrom: 2, nowTo: 3, beforeFrom: 2, beforeTo: 3, isFinal: false }]);
  });

  it('is final where the courses never meet again; one equal step amid others is no meeting', () => {
    expect(differ('abXcY', 'abcdef')).toEqual([{ nowFrom: 2, nowTo: 5, beforeFrom: 2, beforeTo: 6, isFinal: true }]);
    expect(differ('ab', 'abcd')).toEqual([{ nowFrom: 2, nowTo: 2, beforeFrom: 2, beforeTo: 4, isFinal: true }]);
  });

  it('looks only so far ahead', () => {
    const far = Array.from({ length: 150 }, (_, at) => `far ${at}`);
    expect(findDifferences(['a', ...far, 'b', 'c'], ['a', 'b', 'c'])).toMatchObject([{ nowFrom: 1, isFinal: true }]);
    expect(findDifferences(['a', ...far.slice(0, 90), 'b', 'c'], ['a', 'b', 'c'])).toMatchObject([{ isFinal: false }]);
  });

  it('comes to an end of courses that differ everywhere', () => {
    const now = Array.from({ length: 2000 }, (_, at) => `${at % 2 === 0 ? 'same' : `now ${at}`}`);
    const before = Array.from({ length: 2000 }, (_, at) => `${at % 2 === 0 ? 'same' : `before ${at}`}`);
    expect(findDifferences(now, before).length).toBeGreaterThan(0);
  });
});
