import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { Client, Pool, type ClientConfig } from 'pg';
import { env } from '@/lib/env';
import { PrismaClient } from '@/lib/generated/prisma/client';
import { watchDatabase, type DatabaseWatch } from './database-watch';
import { processState } from '@/lib/process-state';

type Database = { url: string; pool: Pool; prisma: PrismaClient; watch: DatabaseWatch };

/** How long a request waits for a connection; a fresh one takes some milliseconds. */
const CONNECT_MS = 3000;
/**
 * PostgreSQL ends a transaction that waits this long for its next statement, and frees its locks on runs. Work between
 * two statements is one batch's, well under a second.
 */
const IDLE_IN_TRANSACTION_MS = 5000;
/** PostgreSQL gives up a connection to a dead process after 20 s, not after the kernel's two hours. */
const KEEPALIVE_OPTIONS = '-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3';

const state = processState('database', (): { open: Database | null } => ({ open: null }));

/** Opens the process's one pool; called by boot, and by tests with a database of their own. */
export function openDatabase(url: string): Database {
  const watch = watchDatabase(url);
  const pool = new Pool({
    ...connectionConfig(url, watch),
    max: env().DATABASE_POOL_SIZE,
    application_name: 'netraven',
  });
  // A broken connection is replaced at its next use; without a listener its error would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    client.on('error', () => {});
    watch.follow(client);
  });
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: false }) });
  const open = { url, pool, prisma, watch };
  state().open = open;
  return open;
}

const connectionConfig = (url: string, watch: DatabaseWatch): ClientConfig => ({
  connectionString: url,
  connectionTimeoutMillis: CONNECT_MS,
  idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
  options: KEEPALIVE_OPTIONS,
  keepAlive: true,
  stream: watch.openSocket,
});

function database(): Database {
  const { open } = state();
  if (!open) throw new Error('the database was used before boot opened it');
  return open;
}

export const db = (): PrismaClient => database().prisma;
/** The pool below Prisma: for what Prisma cannot say (binary arrays, LISTEN, background jobs). */
export const pool = (): Pool => database().pool;

/** A connection outside the pool, not connected yet: for the one that listens. It ends when the database is away. */
export function createConnection(name: string): Client {
  const { url, watch } = database();
  const client = new Client({ ...connectionConfig(url, watch), application_name: name });
  client.once('connect', () => watch.follow(client));
  return client;
}

export const isDatabaseAnswering = (): Promise<boolean> => database().watch.isAnswered();

export async function closeDatabase(): Promise<void> {
  const { open } = state();
  state().open = null;
  open?.watch.stop();
  await open?.prisma.$disconnect();
  await open?.pool.end();
}
