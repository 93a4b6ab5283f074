import { describe, expect, it } from 'vitest';
import { inHalves } from './in-halves';

describe('inHalves', () => {
  const parts = async (items: number[]) => {
    const calls: (readonly number[])[] = [];
    const results = await inHalves(items, 4, (some) => {
      calls.push(some);
      return Promise.resolve(some.map((item) => item * 10));
    });
    return { calls, results };
  };

  it('splits from so many items on, and keeps their order', async () => {
    expect(await parts([1, 2, 3])).toEqual({ calls: [[1, 2, 3]], results: [10, 20, 30] });
    expect(await parts([1, 2, 3, 4, 5])).toEqual({
      calls: [
        [1, 2, 3],
        [4, 5],
      ],
      results: [10, 20, 30, 40, 50],
    });
  });

  it('does nothing with nothing', async () => {
    expect(await parts([])).toEqual({ calls: [], results: [] });
  });
});
