import { describe, expect, it, test } from 'vitest';
import type { RunStatus } from '@/lib/runs/status';
import { isTelling, rateTexts, streakText } from './job-words';
import { findStreak, rateSuccess } from './judge-runs';

const STATUS_OF: Record<string, RunStatus> = {
  ...{ s: 'succeeded', p: 'partial', f: 'failed', c: 'cancelled', r: 'running', t: 'stale' },
};
const runs = (letters: string) => [...letters].map((letter) => ({ status: STATUS_OF[letter] ?? 'queued' }));

describe('the streak of a job', () => {
  test.each([
    ['', null],
    ['r', null],
    ['cc', null],
    ['sf', 'first failure'],
    ['sfff', '3rd failure in a row'],
    ['ffcfr', '3rd failure in a row'],
    ['ss', '2nd success in a row'],
    ['fp', 'first partial run'],
    ['tt', '2nd run without an end in a row'],
  ])('%s: %s', (letters, text) => {
    expect(streakText(findStreak(runs(letters)))).toBe(text);
  });
});

describe('the success rate of a job', () => {
  it('counts runs that ended by themselves, partial ones apart', () => {
    expect(rateSuccess(runs('ssspfcr'))).toMatchObject({ succeeded: 3, partial: 1, total: 5 });
  });

  it('says how sure it is, and is pale where too few runs ended', () => {
    const few = rateSuccess(runs('ssss'));
    expect(rateTexts(few)).toEqual({
      rate: '100 %',
      proof: '4 of 4 runs; in 95 of 100 cases the true share lies between 51 and 100 %',
    });
    expect([isTelling(few), isTelling(rateSuccess(runs('sssss')))]).toEqual([false, true]);
    expect(rateTexts(rateSuccess(runs('sp'))).proof).toContain('1 of 2 runs, 1 more in part;');
    expect(rateTexts(rateSuccess([]))).toEqual({ rate: '–', proof: 'No run has ended' });
  });
});
