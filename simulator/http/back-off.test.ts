import { describe, expect, it } from 'vitest';
import { backOffMs } from './back-off';

const NOW_MS = Date.parse('2026-11-23T09:00:00Z');

describe('backOffMs', () => {
  it('doubles up to five seconds', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map((tries) => backOffMs(tries, null, NOW_MS))).toEqual([
      250, 500, 1_000, 2_000, 4_000, 5_000, 5_000,
    ]);
  });

  it.each([
    ['2', 2_000],
    ['0', 0],
    ['Mon, 23 Nov 2026 09:00:07 GMT', 7_000],
    ['Mon, 23 Nov 2026 08:00:00 GMT', 0],
    ['86400', 60_000],
    ['soon', 250],
  ])('does as Retry-After: %s asks', (retryAfter, expectedMs) => {
    expect(backOffMs(1, retryAfter, NOW_MS)).toBe(expectedMs);
  });
});
