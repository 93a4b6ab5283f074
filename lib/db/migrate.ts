import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ClientBase } from 'pg';

/** The lock that Prisma's own CLI takes, so that the two never migrate at once. */
const PRISMA_ADVISORY_LOCK = 72707369;

type AppliedMigration = { migration_name: string; checksum: string; finished_at: Date | null };

/**
 * Applies prisma/migrations in order and returns the names applied now. Keeps the bookkeeping table of `prisma migrate`,
 * whose engine then reports a consistent history. Throws when a migration failed earlier or was edited since.
 */
export async function migrate(client: Pick<ClientBase, 'query'>, migrationsDir: string): Promise<string[]> {
  await client.query(`SELECT pg_advisory_lock(${PRISMA_ADVISORY_LOCK})`);
  try {
    await client.query(`CREATE TABLE IF NOT EXISTS _prisma_migrations (
      id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
      migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
      started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`);
    const { rows } = await client.query<AppliedMigration>(
      'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
    );
    const known = new Map(rows.map((row) => [row.migration_name, row]));
    const applied: string[] = [];
    for (const name of await findMigrations(migrationsDir)) {
      if (await applyMigration(client, path.join(migrationsDir, name), known.get(name))) applied.push(name);
    }
    return applied;
  } finally {
    await client.query(`SELECT pg_advisory_unlock(${PRISMA_ADVISORY_LOCK})`);
  }
}

async function findMigrations(dir: string): Promise<string[]> {
  const entries = await readdir(/* turbopackIgnore: true */ dir, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

async function applyMigration(
  client: Pick<ClientBase, 'query'>,
  dir: string,
  known: AppliedMigration | undefined,
): Promise<boolean> {
  const name = path.basename(dir);
  const sql = await readFile(/* turbopackIgnore: true */ path.join(dir, 'migration.sql'), 'utf8');
  const checksum = createHash('sha256').update(sql).digest('hex');
  if (known?.finished_at) {
    if (known.checksum !== checksum) throw new Error(`migration ${name} was edited after it was applied`);
    return false;
  }
  if (known) throw new Error(`migration ${name} failed earlier; resolve it with prisma migrate resolve`);
  await client.query('BEGIN');
  try {
    await client.query(sql); // simple protocol: many statements in one text
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
    return true;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
