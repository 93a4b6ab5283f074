import { expect, it } from 'vitest';
import { PATIENCE } from '@/lib/testing/patience';
import { twoAtATime } from './two-at-a-time';

it('works on two items at once, in their order, and fails with the first that fails', async () => {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const done = twoAtATime(['a', 'b', 'c'], async (item, at) => {
    begun.push(`${at}${item}`);
    await new Promise<void>((resolve) => ends.push(resolve));
  });
  expect(begun).toEqual(['0a', '1b']);
  ends[0]?.();
  await expect.poll(() => begun, PATIENCE).toEqual(['0a', '1b', '2c']);
  for (const end of ends) end();
  await done;
  await expect(twoAtATime(['x'], () => Promise.reject(new Error('x failed')))).rejects.toThrow('x failed');
});
