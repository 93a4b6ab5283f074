import { describe, expect, it, test } from 'vitest';
import { createRandom } from '@/simulator/random';
import { isFailing, isFlaky, readDeviceRecord, type RunOutcomes } from './device-record';

/** Runs of one device, latest first as they are read, given in the order of time. */
const runsOf = (letters: string): RunOutcomes[] =>
  [...letters].map((outcomes, n) => ({ runId: `r${n}`, startedMs: n * 1000, outcomes })).reverse();

test.each([
  ['', null, null, 0],
  ['s', 'r0', 'r0', 0],
  ['sff', 'r0', 'r2', 2],
  ['fff', null, 'r2', 3],
  ['s.n.', 'r0', 'r0', 0],
  ['sfnx.', 'r0', 'r3', 2],
  ['fsku', 'r3', 'r3', 0],
])('%s: last good %s, last tried %s, %i tries since', (letters, good, tried, since) => {
  const record = readDeviceRecord(runsOf(letters), 0);
  expect(record.lastGood?.runId ?? null).toBe(good);
  expect(record.lastAttempt?.runId ?? null).toBe(tried);
  expect(record.attemptsSince).toBe(since);
});

test.each([
  ['sfsfsf', true],
  ['ssssff', false],
  ['sfsf', false],
  ['ssnfsnfs', true],
  ['fffffff', false],
  [`${'sf'.repeat(10)}${'s'.repeat(20)}`, false],
])('%s is flaky: %s', (letters, expected) => {
  expect(isFlaky(readDeviceRecord(runsOf(letters), 0))).toBe(expected);
});

test.each([
  ['sf', true],
  ['fs', false],
  ['fx.', true],
  ['fn', false],
  ['', false],
])('%s is failing: %s', (letters, expected) => {
  expect(isFailing(readDeviceRecord(runsOf(letters), 0))).toBe(expected);
});

describe('beside a recount by hand', () => {
  it('is the same for random histories', () => {
    const random = createRandom('device records');
    for (let round = 0; round < 300; round += 1) {
      const letters = random.text(random.int(0, 30), 'ssucffxkn.');
      const record = readDeviceRecord(runsOf(letters), 0);
      const lastGood = Math.max(...['s', 'u', 'c'].map((letter) => letters.lastIndexOf(letter)));
      const lastTried = Math.max(lastGood, ...['f', 'x'].map((letter) => letters.lastIndexOf(letter)));
      expect(record.lastGood?.startedMs ?? -1000, letters).toBe(lastGood * 1000);
      expect(record.lastAttempt?.startedMs ?? -1000, letters).toBe(lastTried * 1000);
      expect(record.attemptsSince, letters).toBe(letters.slice(lastGood + 1).replace(/[^fx]/g, '').length);
      const tried = letters
        .replace(/[^sucfx]/g, '')
        .slice(-20)
        .replace(/[suc]/g, 'g')
        .replace(/[fx]/g, 'b');
      expect(record.flips, letters).toBe((tried.match(/g(?=b)|b(?=g)/g) ?? []).length);
      expect(record.steps, letters).toBe(Math.max(0, tried.length - 1));
    }
  });
});
