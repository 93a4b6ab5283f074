import { describe, expect, it } from 'vitest';
import { buildAttemptLimit } from './attempt-limit';

const take = (limit: ReturnType<typeof buildAttemptLimit>, key: string, times: number) =>
  Array.from({ length: times }, () => limit.take(key, 0));

describe('attempt limit', () => {
  it('lets max attempts pass, then none until the window ends', () => {
    const limit = buildAttemptLimit({ max: 2, windowMs: 1000, maxKeys: 10 });
    expect(take(limit, 'a', 3)).toEqual([true, true, false]);
    expect(limit.take('a', 999)).toBe(false);
    expect(limit.take('a', 1000)).toBe(true);
    expect(limit.take('a', 1999)).toBe(true);
    expect(limit.take('a', 1999)).toBe(false);
  });

  it('counts each key for itself and forgives one', () => {
    const limit = buildAttemptLimit({ max: 1, windowMs: 1000, maxKeys: 10 });
    expect(take(limit, 'a', 2)).toEqual([true, false]);
    expect(take(limit, 'b', 2)).toEqual([true, false]);
    limit.forgive('a');
    expect(limit.take('a', 1)).toBe(true);
    expect(limit.take('b', 1)).toBe(false);
  });

  it('forgets the oldest key when there are too many', () => {
    const limit = buildAttemptLimit({ max: 1, windowMs: 1000, maxKeys: 2 });
    for (const key of ['a', 'b', 'c']) limit.take(key, 0);
    expect(limit.take('c', 1)).toBe(false);
    expect(limit.take('a', 1)).toBe(true);
  });
});
