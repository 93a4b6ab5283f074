import type { ClientBase } from 'pg';
import { expect, test } from 'vitest';
import { toAppError } from './to-app-error';
import { PATIENCE } from '@/lib/testing/patience';
import { reachThroughProxy } from '@/lib/testing/proxied-database';
import { useTestDatabase } from '@/lib/testing/test-database';
import { createConnection, db, pool } from './client';
import { pingDatabase } from './ping-database';
import { SILENT_LOOKS } from './silent-connections';
import { inSqlTransaction } from './sql-transaction';

const network = reachThroughProxy(useTestDatabase());

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'answered',
    (error: unknown) => toAppError(error).code,
  );

const times = (count: number, work: () => Promise<unknown>) => Promise.all(Array.from({ length: count }, work));

const rename = (name: string, meanwhile: () => void = () => {}) =>
  inSqlTransaction(async (tx) => {
    await tx.$executeRaw`UPDATE job SET name = ${name} WHERE id = 'silent'`;
    meanwhile();
    await tx.$queryRaw`SELECT 1`;
  });

async function findPid(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return rows[0]?.pid ?? 0;
}

const isOpen = async (pid: number) =>
  (await db().$queryRaw<unknown[]>`SELECT 1 FROM pg_stat_activity WHERE pid = ${pid}`).length > 0;

test('connections that fall silent are ended with their sessions and replaced; one that works long is left alone', async () => {
  await db().job.create({ data: { id: 'silent', name: 'first', type: 'b' } });
  await times(8, () => db().$queryRaw`SELECT pg_sleep(0.2)::text`);
  await pingDatabase();
  const listener = createConnection('listener');
  listener.on('error', () => {});
  const listenerEnds = new Promise((resolve) => listener.once('end', () => resolve('ended')));
  await listener.connect();
  const closed = await pool().connect();
  const closedPid = await findPid(closed);

  let transaction = Promise.resolve('not begun');
  await new Promise<void>((resolve) => {
    transaction = codeOf(
      rename('second', () => {
        network().silence();
        resolve();
      }),
    );
  });
  closed.release(true);
  const read = times(6, () => codeOf(db().$queryRaw`SELECT 1`));
  await expect(pingDatabase()).resolves.toBeUndefined();
  const listening = codeOf(listener.query('LISTEN somewhere'));
  // Both on connections of their own, opened after the others fell silent.
  const working = codeOf(times(2, () => db().$queryRaw`SELECT pg_sleep(${SILENT_LOOKS + 3})::text`));
  const locked = codeOf(rename('third'));

  expect([await transaction, await listening, await listenerEnds]).toEqual(['unavailable', 'unavailable', 'ended']);
  expect(new Set(await read)).toEqual(new Set(['unavailable']));
  expect(await locked).toBe('answered');
  expect(await db().job.findUnique({ where: { id: 'silent' } })).toMatchObject({ name: 'third' });
  await expect.poll(() => isOpen(closedPid), PATIENCE).toBe(false);
  expect(await working).toBe('answered');
});
