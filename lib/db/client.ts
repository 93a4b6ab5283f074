import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { env } from '@/lib/env';
import { PrismaClient } from '@/lib/generated/prisma/client';

type Database = { url: string; pool: Pool; prisma: PrismaClient };

// Route bundles and instrumentation are separate module graphs in Next: what there must be one of lives on globalThis.
const holder = globalThis as { netravenDatabase?: Database };

/** Opens the process's one pool; called by boot, and by tests with a database of their own. */
export function openDatabase(url: string): Database {
  const pool = new Pool({
    connectionString: url,
    max: env().DATABASE_POOL_SIZE,
    connectionTimeoutMillis: 3000,
    keepAlive: true,
    application_name: 'netraven',
  });
  // A connection that breaks is replaced at its next use; without listeners it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: false }) });
  holder.netravenDatabase = { url, pool, prisma };
  return holder.netravenDatabase;
}

function database(): Database {
  if (!holder.netravenDatabase) throw new Error('the database was used before boot opened it');
  return holder.netravenDatabase;
}

export const db = (): PrismaClient => database().prisma;
/** The pool below Prisma: for what Prisma cannot say (binary arrays, LISTEN, background jobs). */
export const pool = (): Pool => database().pool;

/** For connections outside the pool, such as the one that listens. */
export const databaseUrl = (): string => database().url;

export async function closeDatabase(): Promise<void> {
  const open = holder.netravenDatabase;
  delete holder.netravenDatabase;
  await open?.prisma.$disconnect();
  await open?.pool.end();
}
