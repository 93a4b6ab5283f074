import { expect, test } from 'vitest';
import { toAppError } from '@/lib/http/problem';
import { useTestDatabase } from '@/lib/testing/test-database';
import { withSearchBudget } from './search-budget';

useTestDatabase();

test('an aborted search ends at once, and the connection serves the next', async () => {
  const abort = new AbortController();
  const startedAt = performance.now();
  const searching = withSearchBudget(
    (tx) => {
      setTimeout(() => abort.abort(), 100);
      return tx.$queryRaw`SELECT pg_sleep(4)::text`;
    },
    { signal: abort.signal },
  );
  const error: unknown = await searching.catch((reason: unknown) => reason);
  expect(toAppError(error).code).toBe('search_timeout');
  expect(performance.now() - startedAt).toBeLessThan(2000);
  const next = await Promise.all(
    [1, 2, 3, 4].map((n) => withSearchBudget((tx) => tx.$queryRaw`SELECT ${n}::int AS n`)),
  );
  expect(next).toEqual([[{ n: 1 }], [{ n: 2 }], [{ n: 3 }], [{ n: 4 }]]);
});

test('one that was aborted before asks the database nothing', async () => {
  const asked = withSearchBudget(() => Promise.resolve('asked'), { signal: AbortSignal.abort() });
  await expect(asked).rejects.toMatchObject({ code: 'search_timeout' });
});
