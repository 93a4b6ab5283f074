import 'server-only';
import path from 'node:path';
import { Client } from 'pg';
import { closeDatabase, openDatabase } from '@/lib/db/client';
import { createAppRole } from '@/lib/db/embedded-postgres/create-app-role';
import { startEmbeddedPostgres } from '@/lib/db/embedded-postgres/start-embedded-postgres';
import { SetupError } from '@/lib/db/embedded-postgres/setup-error';
import { grantAccess } from '@/lib/db/grant-access';
import { migrate } from '@/lib/db/migrate';
import type { Env } from '@/lib/env';
import { checkDatabase } from './check-database';

/** How long to wait for the database to accept the migrations. */
const CONNECT_MS = 5000;

type DatabaseHost = {
  /** By the role of the application. */
  url: string;
  /** The same database by the role that owns the tables; often the same role. */
  ownerUrl: string;
  stop: () => Promise<void>;
};
type Settings = Pick<Env, 'DATABASE_URL' | 'DATA_DIR'> & Partial<Pick<Env, 'DATABASE_MIGRATION_URL'>>;

/** Starts or reaches the database, migrates and opens the pool. Returns what closes both. */
export async function openConfiguredDatabase(settings: Settings): Promise<() => Promise<void>> {
  const { DATABASE_URL: url, DATABASE_MIGRATION_URL: ownerUrl = url, DATA_DIR } = settings;
  const host = url && ownerUrl ? await reachDatabase(url, ownerUrl) : await startDatabase(DATA_DIR);
  const close = async () => {
    await closeDatabase();
    await host.stop();
  };
  try {
    await migrateDatabase(host);
    openDatabase(host.url);
    return close;
  } catch (error) {
    await close();
    throw error;
  }
}

async function reachDatabase(url: string, ownerUrl: string): Promise<DatabaseHost> {
  await checkDatabase(ownerUrl);
  return { url, ownerUrl, stop: async () => {} };
}

async function startDatabase(dataDir: string): Promise<DatabaseHost> {
  const server = await startEmbeddedPostgres(dataDir);
  process.on('exit', server.stopSync);
  try {
    return { url: await createAppRole(server.url), ownerUrl: server.url, stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function migrateDatabase({ url, ownerUrl }: DatabaseHost): Promise<void> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: CONNECT_MS });
  client.on('error', () => {}); // the statement under way fails with it
  try {
    await client.connect();
    await migrate(client, path.join(/* turbopackIgnore: true */ process.cwd(), 'prisma/migrations'));
    if (url !== ownerUrl) await grantAccess(client, { ownerUrl, role: decodeURIComponent(new URL(url).username) });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SetupError(`The database could not be brought up to date: ${reason}`, { cause });
  } finally {
    await client.end().catch(() => {});
  }
}
