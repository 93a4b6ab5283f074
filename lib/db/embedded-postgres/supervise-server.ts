import 'server-only';
import { setTimeout as delay } from 'node:timers/promises';
import type { Cluster } from './cluster';
import { takeInstanceLock } from './instance-lock';
import { startServer } from './start-server';

const RETRY_MS = 200;

/**
 * Holds the instance lock, and starts the server again, on the same port so that pools reconnect, whenever the lock's
 * connection breaks. Returns what ends both. Throws a SetupError when another process uses the data folder.
 */
export async function superviseServer(cluster: Cluster, port: number): Promise<() => Promise<void>> {
  let isStopping = false;
  let revival = Promise.resolve();
  const handleLost = () => {
    revival = revive();
  };
  let release = await takeInstanceLock(cluster, port, handleLost);

  async function revive(): Promise<void> {
    console.error('The database process has gone; starting it again.');
    for (let attempt = 1; !isStopping; attempt += 1) {
      try {
        await startServer(cluster, { port });
        release = await takeInstanceLock(cluster, port, handleLost);
        console.error('The database is back.');
        return;
      } catch (error) {
        if (attempt === 1) console.error(error instanceof Error ? error.message : String(error));
        await delay(RETRY_MS);
      }
    }
  }

  return async () => {
    isStopping = true;
    await revival;
    await release();
  };
}
