import { expect, test } from 'vitest';
import { toAppError } from './to-app-error';
import { useTestDatabase } from '@/lib/testing/test-database';
import { PATIENCE } from '@/lib/testing/patience';
import { db, pool } from './client';
import { withSearchBudget } from './search-budget';

useTestDatabase();

test('an aborted search ends at once, and the connection serves the next', async () => {
  const abort = new AbortController();
  const searching = withSearchBudget((tx) => tx.$queryRaw`SELECT pg_sleep(600)::text`, {
    signal: abort.signal,
    budgetMs: 600_000,
  });
  const isAsleep = async () =>
    (await db().$queryRaw<unknown[]>`SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep'`).length > 0;
  await expect.poll(isAsleep, PATIENCE).toBe(true);
  abort.abort();
  const error: unknown = await searching.catch((reason: unknown) => reason);
  expect(toAppError(error).code).toBe('search_timeout');
  const next = await Promise.all(
    [1, 2, 3, 4].map((n) => withSearchBudget((tx) => tx.$queryRaw`SELECT ${n}::int AS n`)),
  );
  expect(next).toEqual([[{ n: 1 }], [{ n: 2 }], [{ n: 3 }], [{ n: 4 }]]);
});

test('one that was aborted before asks the database nothing', async () => {
  const asked = withSearchBudget(() => Promise.resolve('asked'), { signal: AbortSignal.abort() });
  await expect(asked).rejects.toMatchObject({ code: 'search_timeout' });
});

const sleepers = (abort: AbortController, count: number) =>
  Array.from({ length: count }, () =>
    withSearchBudget((tx) => tx.$queryRaw`SELECT pg_sleep(600)::text`, {
      signal: abort.signal,
      budgetMs: 600_000,
    }).then(
      () => 'answered',
      (error: unknown) => toAppError(error).code,
    ),
  );

test('however many searches there are, the others have their connections, and the last one its answer', async () => {
  const abort = new AbortController();
  const searching = sleepers(abort, 40);
  await expect.poll(() => pool().totalCount - pool().idleCount, PATIENCE).toBeGreaterThan(2);
  const others = await Promise.all(Array.from({ length: 50 }, () => db().$queryRaw`SELECT 1 AS n`));
  expect(others).toEqual(Array.from({ length: 50 }, () => [{ n: 1 }]));
  expect(pool().waitingCount).toBe(0);
  abort.abort();
  expect(new Set(await Promise.all(searching))).toEqual(new Set(['search_timeout', 'too_many_requests']));
  await expect(withSearchBudget((tx) => tx.$queryRaw`SELECT 2 AS n`)).resolves.toEqual([{ n: 2 }]);
});

test('a search that finds no slot is told to come back', async () => {
  const abort = new AbortController();
  const searching = sleepers(abort, 7);
  expect(await Promise.race(searching)).toBe('too_many_requests');
  abort.abort();
  await Promise.all(searching);
});
