import { expect, test } from 'vitest';
import { toAppError } from './to-app-error';
import { PATIENCE } from '@/lib/testing/patience';
import { reachThroughProxy } from '@/lib/testing/proxied-database';
import { useTestDatabase } from '@/lib/testing/test-database';
import { db } from './client';

const network = reachThroughProxy(useTestDatabase());

/** The code of the error that `work` fails with. */
async function failure(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  );
  return toAppError(error).code;
}

const isHealed = () =>
  db().$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  );

test('a silent network fails what is under way and what is new; healed, it works again', async () => {
  await db().$queryRaw`SELECT 1`;
  const sleeping = failure(db().$queryRaw`SELECT pg_sleep(600)::text`);
  const transaction = failure(
    db().$transaction((tx) => tx.$queryRaw`SELECT pg_sleep(600)::text`, { timeout: 600_000 }),
  );
  network().blackHole();
  expect(await Promise.all([sleeping, transaction])).toEqual(['unavailable', 'unavailable']);
  expect(await failure(db().$queryRaw`SELECT 1`)).toBe('unavailable');
  network().mend();
  await expect.poll(isHealed, PATIENCE).toBe(true);
});

test('a statement that takes longer than any look is left alone', async () => {
  await expect(db().$queryRaw`SELECT pg_sleep(4)::text`).resolves.toHaveLength(1);
});

test('connections that break are replaced, without a look', async () => {
  await db().$queryRaw`SELECT 1`;
  network().cut();
  expect(await failure(db().$queryRaw`SELECT 1`)).toBe('unavailable');
  network().mend();
  await expect.poll(isHealed, PATIENCE).toBe(true);
});
