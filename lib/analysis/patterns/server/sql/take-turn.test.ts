import { expect, it } from 'vitest';
import { PATIENCE } from '@/lib/testing/patience';
import { takeTurn } from './take-turn';

it('lets two work at once, the others in the order of arrival, and goes on after a failure', async () => {
  const log: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const start = (name: string) =>
    takeTurn(async () => {
      log.push(name);
      await new Promise<void>((resolve, reject) => ends.set(name, (error) => (error ? reject(error) : resolve())));
      return name;
    });
  const work = ['a', 'b', 'c', 'd'].map(start);
  const settled = Promise.allSettled(work);
  expect(log).toEqual(['a', 'b']);
  ends.get('b')?.(new Error('b failed'));
  await expect(work[1]).rejects.toThrow('b failed');
  await expect.poll(() => log, PATIENCE).toEqual(['a', 'b', 'c']);
  ends.get('a')?.();
  await expect.poll(() => log, PATIENCE).toEqual(['a', 'b', 'c', 'd']);
  ends.get('c')?.();
  ends.get('d')?.();
  expect((await settled).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  expect(await takeTurn(() => Promise.resolve('free again'))).toBe('free again');
});
