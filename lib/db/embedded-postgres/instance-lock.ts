import 'server-only';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { connectionUrl, type Cluster } from './cluster';
import { SetupError } from './setup-error';

/** Any constant will do: nothing else takes advisory locks in the maintenance database. */
const LOCK_KEY = 7_283_361;
/** After `kill -9` of its holder PostgreSQL needs some milliseconds to see the closed socket. */
const WAIT_MS = 2000;
const RETRY_MS = 50;

/**
 * Makes this process the one that uses the data folder, by a lock that lives and dies with one connection.
 * `onLost` is called once when the connection breaks without `release`: the database has gone.
 * Throws a SetupError when another process holds the lock.
 */
export async function takeInstanceLock(
  cluster: Cluster,
  port: number,
  onLost: () => void,
): Promise<() => Promise<void>> {
  const client = new Client({
    connectionString: connectionUrl(cluster.password, port, 'postgres'),
    connectionTimeoutMillis: 5000,
    application_name: 'netraven-instance',
  });
  client.on('error', () => {}); // 'end' follows and is handled
  await client.connect();
  if (!(await isLocked(client))) {
    await client.end();
    throw new SetupError(
      `Another NetRaven server uses the data folder ${cluster.home}: stop it, or name another with DATA_DIR`,
    );
  }
  client.once('end', onLost);
  return async () => {
    client.off('end', onLost);
    await client.end();
  };
}

async function isLocked(client: Client): Promise<boolean> {
  const deadline = Date.now() + WAIT_MS;
  for (;;) {
    const { rows } = await client.query<{ isLocked: boolean }>('SELECT pg_try_advisory_lock($1) AS "isLocked"', [
      LOCK_KEY,
    ]);
    if (rows[0]?.isLocked) return true;
    if (Date.now() > deadline) return false;
    await delay(RETRY_MS);
  }
}
