import { expect, test, vi } from 'vitest';
import { useTestDatabase } from '@/lib/testing/test-database';
import { pool } from './client';
import { inSqlTransaction } from './sql-transaction';

useTestDatabase();

const jobIds = async (): Promise<string[]> =>
  (await pool().query<{ id: string }>(`SELECT id FROM job WHERE id LIKE 'tx-%' ORDER BY id`)).rows.map(({ id }) => id);

const addJob = (id: string) =>
  inSqlTransaction(async (tx) => {
    const count = await tx.$executeRaw`INSERT INTO job (id, name, type) VALUES (${id}, 'a', 'b')`;
    const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM job WHERE id = ${id}`;
    return { count, rows };
  });

test('what is written is there after the call, with bound values and answers', async () => {
  expect(await addJob('tx-1')).toEqual({ count: 1, rows: [{ id: 'tx-1' }] });
  expect(await jobIds()).toEqual(['tx-1']);
});

test('an error of the work or of a statement undoes all of it, and the connections stay usable', async () => {
  const failures = Array.from({ length: 30 }, (_, n) =>
    inSqlTransaction(async (tx) => {
      await tx.$executeRaw`INSERT INTO job (id, name, type) VALUES (${`tx-bad-${n}`}, 'a', 'b')`;
      if (n % 2 === 0) throw new Error('of its own');
      await tx.$executeRaw`INSERT INTO job (id, name, type) VALUES ('tx-1', 'a', 'b')`;
    }),
  );
  const results = await Promise.allSettled(failures);
  expect(results.map(({ status }) => status)).toEqual(failures.map(() => 'rejected'));
  expect(results[1]).toMatchObject({ reason: { code: '23505' } });
  expect(await jobIds()).toEqual(['tx-1']);
  expect(await addJob('tx-2')).toMatchObject({ count: 1 });
});

test('a connection that the server ended is replaced', async () => {
  const work = inSqlTransaction((tx) => tx.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`);
  await expect(work).rejects.toThrow();
  expect(await addJob('tx-3')).toMatchObject({ count: 1 });
});

test('two copies of this module, as Next loads them, prepare their statements on one pool', async () => {
  vi.resetModules();
  const other = await import('./sql-transaction');
  const ask = (copy: typeof inSqlTransaction, n: number) =>
    copy((tx) => (n % 2 === 0 ? tx.$queryRaw`SELECT ${n}::int AS even` : tx.$queryRaw`SELECT ${n}::int AS odd`));
  await other.inSqlTransaction((tx) => tx.$queryRaw`SELECT 'the other copy counts from here'`);
  for (const n of [0, 1, 2, 3]) {
    const key = n % 2 === 0 ? 'even' : 'odd';
    expect(await ask(inSqlTransaction, n)).toEqual([{ [key]: n }]);
    expect(await ask(other.inSqlTransaction, n)).toEqual([{ [key]: n }]);
  }
});
