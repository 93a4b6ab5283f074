import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useTestDatabase } from '@/lib/testing/test-database';
import { migrate } from './migrate';

const url = useTestDatabase();
const MIGRATIONS = path.resolve('prisma/migrations');

let client: Client;
let dir: string;
beforeEach(async () => {
  client = new Client({ connectionString: url });
  await client.connect();
  dir = await mkdtemp(path.join(os.tmpdir(), 'netraven-migrate-'));
});
afterEach(async () => {
  await client.end();
  await rm(dir, { recursive: true });
});

async function writeMigration(name: string, sql: string): Promise<void> {
  await mkdir(path.join(dir, name), { recursive: true });
  await writeFile(path.join(dir, name, 'migration.sql'), sql);
}

const tableExists = async (name: string): Promise<boolean> =>
  (await client.query('SELECT 1 FROM pg_class WHERE relname = $1', [name])).rowCount === 1;

describe('migrate', () => {
  it('has applied the project’s migrations once and applies nothing more', async () => {
    expect(await tableExists('log_chunk')).toBe(true);
    expect(await migrate(client, MIGRATIONS)).toEqual([]);
  });

  it('applies new migrations in the order of their names, and each once though two start at once', async () => {
    await writeMigration('20990102_b', 'ALTER TABLE migrate_order ADD COLUMN b int');
    await writeMigration('20990101_a', 'CREATE TABLE migrate_order (a int); INSERT INTO migrate_order VALUES (1);');
    const other = new Client({ connectionString: url });
    await other.connect();
    const applied = await Promise.all([migrate(client, dir), migrate(other, dir)]);
    await other.end();
    expect(applied.flat()).toEqual(['20990101_a', '20990102_b']);
    expect((await client.query('SELECT * FROM migrate_order')).rows).toEqual([{ a: 1, b: null }]);
  });

  it('refuses a migration that was edited after it was applied', async () => {
    await writeMigration('20990201_edited', 'SELECT 1');
    await migrate(client, dir);
    await writeMigration('20990201_edited', 'SELECT 2');
    await expect(migrate(client, dir)).rejects.toThrow('migration 20990201_edited was edited after it was applied');
  });

  it('leaves nothing of a migration that fails, and lets the next start try again', async () => {
    await writeMigration('20990301_broken', 'CREATE TABLE migrate_broken (a int); SELECT broken;');
    await expect(migrate(client, dir)).rejects.toThrow('column "broken" does not exist');
    expect(await tableExists('migrate_broken')).toBe(false);
    await writeMigration('20990301_broken', 'CREATE TABLE migrate_broken (a int)');
    expect(await migrate(client, dir)).toEqual(['20990301_broken']);
  });

  it('refuses to go on after a migration that Prisma’s own engine left half done', async () => {
    await writeMigration('20990401_half', 'SELECT 1');
    await client.query(
      "INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('half', 'x', '20990401_half')",
    );
    await expect(migrate(client, dir)).rejects.toThrow('migration 20990401_half failed earlier');
  });
});
