import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeFailure, judgeRecovery, type EarlierOutcome } from './judge-history';

/** `F` failed of the cause, `x` of another one, `.` went well; newest first, a day apart. */
const told = (text: string): EarlierOutcome[] =>
  [...text].map((sign, at) => ({
    startedAt: new Date(Date.UTC(2026, 10, 20 - at)).toISOString(),
    pattern: sign === 'F' ? 'timeout' : sign === 'x' ? 'no route' : null,
  }));

describe('judgeFailure', () => {
  it.each([
    ['', 'new', 1],
    ['....', 'new', 1],
    ['xx..', 'new', 1],
    ['F...', 'known', 2],
    ['FFFF.', 'known', 5],
    ['FF..FF', 'known', 3],
    ['.F..', 'flaky', 1],
    ['xF', 'flaky', 1],
    ['F.F.F', 'flaky', 2],
    ['.F.F.F', 'flaky', 1],
  ])('after %j it is %s, run %d in a row', (earlier, kind, runsInARow) => {
    expect(judgeFailure('timeout', told(earlier), false)).toMatchObject({ kind, runsInARow });
  });

  it('knows since when, and when it looked not far enough', () => {
    expect(judgeFailure('timeout', told('FFF.'), true)).toMatchObject({
      since: '2026-11-18T00:00:00.000Z',
      isAtLeast: false,
    });
    expect(judgeFailure('timeout', told('FFF'), true)).toMatchObject({ isAtLeast: true });
    expect(judgeFailure('timeout', told(''), true)).toMatchObject({ since: null, isAtLeast: false });
  });

  it('never counts more runs than there are, nor calls new what was there before', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('F', 'x', '.'), { maxLength: 20 }), (signs) => {
        const { kind, runsInARow } = judgeFailure('timeout', told(signs.join('')), false);
        expect(runsInARow).toBeLessThanOrEqual(signs.length + 1);
        expect(kind === 'new').toBe(!signs.includes('F'));
        if (kind === 'known') expect(signs[0]).toBe('F');
      }),
    );
  });
});

describe('judgeRecovery', () => {
  it('names what the run before had', () => {
    expect(judgeRecovery(told('FFx'), false)).toEqual({
      pattern: 'timeout',
      history: { kind: 'recovered', runsInARow: 2, isAtLeast: false, since: '2026-11-19T00:00:00.000Z' },
    });
    expect(judgeRecovery(told('.F'), false)).toBeNull();
    expect(judgeRecovery([], false)).toBeNull();
  });
});
