import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startBackground } from '@/lib/upkeep/background/server/sql/start-background';
import { tidyWordIndex } from '@/lib/store/chunks/server/sql/tidy-word-index';
import { db, pool } from '@/lib/db/client';
import { PATIENCE } from '@/lib/testing/patience';
import { withDatabaseName } from '@/lib/testing/test-database-url';
import { openConfiguredDatabase } from './open-configured-database';

const adminUrl = withDatabaseName(inject('templateUrl'), 'postgres');
const NAME = `netraven_configured_${process.pid}`;

async function runAsAdmin(sql: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(sql);
  await client.end();
}

afterAll(() => runAsAdmin(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`));

it('migrates an empty outside database, opens it, and closes it again', async () => {
  await runAsAdmin(`CREATE DATABASE ${NAME}`);
  const settings = { DATABASE_URL: withDatabaseName(adminUrl, NAME), DATA_DIR: '/nonexistent' };
  const close = await openConfiguredDatabase(settings);
  expect(await db().run.count()).toBe(0);
  await close();
  expect(() => db()).toThrow('before boot opened it');
});

it('closes the pool again and names the migration when the database has another history', async () => {
  const url = withDatabaseName(adminUrl, NAME);
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query("UPDATE _prisma_migrations SET checksum = 'other'");
  await client.end();
  await expect(openConfiguredDatabase({ DATABASE_URL: url, DATA_DIR: '/nonexistent' })).rejects.toThrow(
    /^The database could not be brought up to date: migration \w+ was edited/,
  );
  expect(() => db()).toThrow('before boot opened it');
});

describe('a role of the application beside the one that owns the tables', () => {
  const OTHER = `${NAME}_roles`;
  const ROLE = `netraven_reader_${process.pid}`;
  const ownerUrl = withDatabaseName(adminUrl, OTHER);
  const appUrl = new URL(ownerUrl);
  appUrl.username = ROLE;
  appUrl.password = 'least';
  let close: () => Promise<void>;

  beforeAll(async () => {
    await runAsAdmin(`CREATE DATABASE ${OTHER}`);
    await runAsAdmin(`CREATE ROLE ${ROLE} LOGIN PASSWORD 'least'`);
    close = await openConfiguredDatabase({
      DATABASE_URL: appUrl.href,
      DATABASE_MIGRATION_URL: ownerUrl,
      DATA_DIR: '/nonexistent',
    });
  });
  afterAll(async () => {
    await close();
    await runAsAdmin(`DROP DATABASE ${OTHER} WITH (FORCE)`);
    await runAsAdmin(`DROP ROLE ${ROLE}`);
  });

  it('reads and writes lines, tidies the index, and takes jobs', async () => {
    expect(
      await pool()
        .query('SELECT current_user AS role')
        .then(({ rows }) => rows),
    ).toEqual([{ role: ROLE }]);
    await db().job.create({ data: { id: 'of the role', name: 'a', type: 'b' } });
    await db().job.delete({ where: { id: 'of the role' } });
    await tidyWordIndex();
    const stop = await startBackground();
    try {
      await pool().query(`SELECT graphile_worker.add_job('purge', job_key := 'purge now')`);
      const countJobs = async () =>
        (await pool().query(`SELECT 1 FROM graphile_worker.jobs WHERE key = 'purge now'`)).rowCount;
      await expect.poll(countJobs, PATIENCE).toBe(0);
    } finally {
      await stop();
    }
  });

  it.each([
    'CREATE TABLE mine (n int)',
    'DROP TABLE log_chunk',
    'ALTER TABLE log_chunk DISABLE TRIGGER ALL',
    'TRUNCATE log_chunk',
    'DELETE FROM _prisma_migrations',
    'CREATE ROLE other SUPERUSER',
    "COPY log_chunk TO PROGRAM 'cat'",
    "SELECT pg_read_file('/etc/passwd')",
    'SELECT * FROM pg_authid',
    'ALTER SYSTEM SET fsync = off',
    'CREATE EXTENSION dblink',
  ])('may not: %s', async (sql) => {
    await expect(pool().query(sql)).rejects.toMatchObject({ code: '42501' });
  });

  it('comes to what a later start migrates, and a second start changes nothing', async () => {
    await close();
    close = await openConfiguredDatabase({
      DATABASE_URL: appUrl.href,
      DATABASE_MIGRATION_URL: ownerUrl,
      DATA_DIR: '/nonexistent',
    });
    expect(await db().run.count()).toBe(0);
  });
});
