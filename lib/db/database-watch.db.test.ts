import { afterAll, beforeAll, expect, test } from 'vitest';
import { toAppError } from '@/lib/http/problem';
import { openTcpProxy, type TcpProxy } from '@/lib/testing/tcp-proxy';
import { useTestDatabase } from '@/lib/testing/test-database';
import { closeDatabase, db, openDatabase } from './client';

const url = useTestDatabase();
let proxy: TcpProxy;

beforeAll(async () => {
  const { port } = new URL(url);
  proxy = await openTcpProxy(Number(port));
  await closeDatabase();
  const proxied = new URL(url);
  proxied.port = String(proxy.port);
  openDatabase(proxied.href);
});
afterAll(async () => {
  await closeDatabase();
  await proxy.close();
});

/** The code of the error that `work` fails with, and after how long. */
async function failure(work: Promise<unknown>): Promise<{ code: string; ms: number }> {
  const startedAt = performance.now();
  const error: unknown = await work.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  );
  return { code: toAppError(error).code, ms: performance.now() - startedAt };
}

test('a silent network fails what is under way in 3 s and what is new at once; healed, it works again', async () => {
  await db().$queryRaw`SELECT 1`;
  const sleeping = failure(db().$queryRaw`SELECT pg_sleep(30)::text`);
  const transaction = failure(db().$transaction((tx) => tx.$queryRaw`SELECT pg_sleep(30)::text`, { timeout: 60_000 }));
  proxy.blackHole();
  for (const { code, ms } of await Promise.all([sleeping, transaction])) {
    expect(code).toBe('unavailable');
    expect(ms).toBeLessThan(4000);
  }
  const refused = await failure(db().$queryRaw`SELECT 1`);
  expect(refused.code).toBe('unavailable');
  expect(refused.ms).toBeLessThan(500);
  proxy.mend();
  const healedBy = performance.now() + 4000;
  const isHealed = () =>
    db().$queryRaw`SELECT 1`.then(
      () => true,
      () => false,
    );
  while (!(await isHealed())) expect(performance.now()).toBeLessThan(healedBy);
});

test('a statement that takes longer than any look is left alone', async () => {
  await expect(db().$queryRaw`SELECT pg_sleep(4)::text`).resolves.toHaveLength(1);
});

test('connections that break are replaced, without a look', async () => {
  await db().$queryRaw`SELECT 1`;
  proxy.cut();
  expect((await failure(db().$queryRaw`SELECT 1`)).code).toBe('unavailable');
  proxy.mend();
  const healedBy = performance.now() + 3000;
  const isHealed = () =>
    db().$queryRaw`SELECT 1`.then(
      () => true,
      () => false,
    );
  while (!(await isHealed())) expect(performance.now()).toBeLessThan(healedBy);
});
