import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { closeDatabase, openDatabase } from '@/lib/db/client';
import { withDatabaseName } from './test-database-url';

/**
 * Gives the test file a migrated database of its own: cloned and opened before its tests, closed and dropped after
 * them. Returns the address, which is good once the tests run.
 */
export function useTestDatabase(): string {
  const templateUrl = inject('templateUrl');
  const template = new URL(templateUrl).pathname.slice(1);
  const name = `netraven_test_${randomUUID().replaceAll('-', '')}`;
  const url = withDatabaseName(templateUrl, name);
  beforeAll(async () => {
    await runAsAdmin(templateUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
    openDatabase(url);
  });
  afterAll(async () => {
    await closeDatabase();
    await runAsAdmin(templateUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });
  return url;
}

/** A database can neither be created from nor dropped by a connection to itself. */
async function runAsAdmin(templateUrl: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: withDatabaseName(templateUrl, 'postgres') });
  await client.connect();
  await client.query(sql);
  await client.end();
}
