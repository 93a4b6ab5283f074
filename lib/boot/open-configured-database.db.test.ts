import { Client } from 'pg';
import { afterAll, expect, inject, it } from 'vitest';
import { db } from '@/lib/db/client';
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
