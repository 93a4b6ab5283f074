import { describe, expect, it } from 'vitest';
import { expectedEnd, formatUsualDuration, isSlow } from './usual-duration';

const MINUTE = 60_000;

describe('formatUsualDuration', () => {
  it.each([
    [7.1 * MINUTE, 8.2 * MINUTE, '7–8m'],
    [7.1 * MINUTE, 7.4 * MINUTE, '7m'],
    [48_000, 52_300, '48–52s'],
    [95_000, 170_000, '95–170s'],
    [130_000, 200_000, '2.2–3.3m'],
    [800, 1400, '0.8–1.4s'],
    [90 * MINUTE, 150 * MINUTE, '1.5–2.5h'],
  ])('%d to %d ms is %s', (medianMs, p90Ms, text) => {
    expect(formatUsualDuration({ medianMs, p90Ms })).toBe(text);
  });
});

it('calls slow what nine of ten runs beat by more than a second', () => {
  expect(isSlow(9_001, { p90Ms: 8_000 })).toBe(true);
  expect(isSlow(9_000, { p90Ms: 8_000 })).toBe(false);
});

it('expects the end of a running run after the median', () => {
  const run = {
    status: 'running',
    startedAt: '2026-11-23T02:00:00.000Z',
    usualDuration: { runCount: 3, medianMs: 7 * MINUTE, p90Ms: 8 * MINUTE },
  } as const;
  expect(expectedEnd(run)).toBe('2026-11-23T02:07:00.000Z');
  expect(expectedEnd({ ...run, status: 'failed' })).toBeNull();
  expect(expectedEnd({ ...run, usualDuration: null })).toBeNull();
});
