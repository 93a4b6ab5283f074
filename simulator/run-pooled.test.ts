import { describe, expect, it } from 'vitest';
import { runPooled } from './run-pooled';

describe('runPooled', () => {
  it('works through everything, never more than the limit at once', async () => {
    let open = 0;
    let most = 0;
    const done: number[] = [];
    await runPooled([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
      open += 1;
      most = Math.max(most, open);
      await Promise.resolve();
      open -= 1;
      done.push(item);
    });
    expect(done).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(most).toBe(3);
  });

  it('starts nothing more after a failure', async () => {
    const started: number[] = [];
    const work = async (item: number): Promise<void> => {
      started.push(item);
      if (item === 2) throw new Error('no');
    };
    await expect(runPooled([1, 2, 3, 4, 5], 1, work)).rejects.toThrow('no');
    expect(started).toEqual([1, 2]);
  });
});
