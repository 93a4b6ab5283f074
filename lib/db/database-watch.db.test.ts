import { afterAll, beforeAll, expect, test } from 'vitest';
import { toAppError } from '@/lib/http/problem';
import { PATIENCE } from '@/lib/testing/patience';
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
  proxy.blackHole();
  expect(await Promise.all([sleeping, transaction])).toEqual(['unavailable', 'unavailable']);
  expect(await failure(db().$queryRaw`SELECT 1`)).toBe('unavailable');
  proxy.mend();
  await expect.poll(isHealed, PATIENCE).toBe(true);
});

test('a statement that takes longer than any look is left alone', async () => {
  await expect(db().$queryRaw`SELECT pg_sleep(4)::text`).resolves.toHaveLength(1);
});

test('connections that break are replaced, without a look', async () => {
  await db().$queryRaw`SELECT 1`;
  proxy.cut();
  expect(await failure(db().$queryRaw`SELECT 1`)).toBe('unavailable');
  proxy.mend();
  await expect.poll(isHealed, PATIENCE).toBe(true);
});
