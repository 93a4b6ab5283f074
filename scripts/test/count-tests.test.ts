import { expect, it } from 'vitest';
import { countTests } from './count-tests.mjs';

it('reads the report of vitest', () => {
  expect(countTests({ numTotalTests: 9, numPassedTests: 7, numFailedTests: 2 })).toEqual({ passed: 7, failed: 2 });
});

it('reads the report of Playwright', () => {
  const stats = { startTime: '', duration: 1, expected: 5, skipped: 0, unexpected: 1, flaky: 2 };
  expect(countTests({ stats })).toEqual({ passed: 7, failed: 1 });
});

it('refuses what it does not know', () => {
  expect(() => countTests({})).toThrow('unknown test report');
});
