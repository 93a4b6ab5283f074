import { expect, test } from 'vitest';
import { toAppError } from '@/lib/http/problem';
import { useTestDatabase } from '@/lib/testing/test-database';
import { PATIENCE } from '@/lib/testing/patience';
import { db } from './client';
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
