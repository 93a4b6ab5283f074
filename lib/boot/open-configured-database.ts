import 'server-only';
import path from 'node:path';
import { closeDatabase, openDatabase } from '@/lib/db/client';
import { startEmbeddedPostgres } from '@/lib/db/embedded-postgres/start-embedded-postgres';
import { SetupError } from '@/lib/db/embedded-postgres/setup-error';
import { migrate } from '@/lib/db/migrate';
import type { Env } from '@/lib/env';
import { checkDatabase } from './check-database';

type DatabaseHost = { url: string; stop: () => Promise<void> };

/** Starts or reaches the database, opens the pool and migrates. Returns what closes both. */
export async function openConfiguredDatabase(
  settings: Pick<Env, 'DATABASE_URL' | 'DATA_DIR'>,
): Promise<() => Promise<void>> {
  const host = settings.DATABASE_URL
    ? await reachDatabase(settings.DATABASE_URL)
    : await startDatabase(settings.DATA_DIR);
  const close = async () => {
    await closeDatabase();
    await host.stop();
  };
  try {
    await openMigrated(host.url);
    return close;
  } catch (error) {
    await close();
    throw error;
  }
}

async function reachDatabase(url: string): Promise<DatabaseHost> {
  await checkDatabase(url);
  return { url, stop: async () => {} };
}

async function startDatabase(dataDir: string): Promise<DatabaseHost> {
  const server = await startEmbeddedPostgres(dataDir);
  process.on('exit', server.stopSync);
  return { url: server.url, stop: server.stop };
}

async function openMigrated(url: string): Promise<void> {
  const client = await openDatabase(url).pool.connect();
  try {
    await migrate(client, path.join(/* turbopackIgnore: true */ process.cwd(), 'prisma/migrations'));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SetupError(`The database could not be brought up to date: ${reason}`, { cause });
  } finally {
    client.release();
  }
}
