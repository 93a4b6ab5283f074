import { expect, test } from 'vitest';
import { pool } from '@/lib/db/client';
import { postLines } from '@/lib/testing/ingest';
import { useTestDatabase } from '@/lib/testing/test-database';
import { startBackground } from './start-background';

useTestDatabase();

const read = async (sql: string): Promise<unknown> => Object.values((await pool().query(sql)).rows[0] ?? {})[0];

async function until(isThere: () => Promise<boolean>): Promise<void> {
  while (!(await isThere())) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** The worker's first question to the database fails until `mend`; `failed` resolves when it has. */
async function breakFirstQuestion(): Promise<{ failed: () => Promise<void>; mend: () => Promise<unknown> }> {
  await (
    await startBackground()
  )(); // makes the queue's tables
  await pool().query(`
    CREATE SEQUENCE questions;
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM nextval('questions'); RAISE EXCEPTION 'no'; END $$;
    CREATE TRIGGER refuse BEFORE INSERT ON graphile_worker._private_tasks
      FOR EACH STATEMENT EXECUTE FUNCTION refuse()`);
  return {
    failed: () => until(async () => (await read('SELECT is_called FROM questions')) === true),
    mend: () => pool().query('DROP TRIGGER refuse ON graphile_worker._private_tasks'),
  };
}

test('a worker whose first question failed is replaced: background work goes on', async () => {
  await postLines([{ run_id: 'quiet', message: 'one' }]);
  await pool().query(
    `UPDATE run SET status = 'succeeded', last_received_at = now() - interval '1 minute' WHERE id = 'quiet'`,
  );
  const { failed, mend } = await breakFirstQuestion();
  const stop = await startBackground();
  await failed();
  await mend();
  await pool().query(`SELECT graphile_worker.add_job('sweep', job_key := 'sweep')`);
  await until(async () => (await read(`SELECT sealed_at IS NOT NULL FROM run WHERE id = 'quiet'`)) === true);
  await stop();
  expect(await read('SELECT count(*)::int FROM graphile_worker.jobs')).toBe(0);
});
