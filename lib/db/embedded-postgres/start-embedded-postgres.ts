import 'server-only';
import { Client } from 'pg';
import { connectionUrl, DATABASE } from './cluster';
import { openCluster } from './open-cluster';
import { startServer } from './start-server';
import { stopServer, stopServerSync } from './stop-server';
import { superviseServer } from './supervise-server';

export type EmbeddedPostgres = {
  url: string;
  pid: number;
  isAdopted: boolean;
  /** Ends when the database has written everything and ended, or after `STOP_SECONDS`. */
  stop: () => Promise<void>;
  /** Tells the database to end without waiting, for `process.on('exit')`. */
  stopSync: () => void;
};

const STOP_SECONDS = 3;

/**
 * The database below the existing folder `dataDir`: created at the first start, supervised until `stop`.
 * Throws a SetupError for whatever the person who starts the server must change.
 */
export async function startEmbeddedPostgres(dataDir: string): Promise<EmbeddedPostgres> {
  const cluster = await openCluster(dataDir);
  const { pid, port, isAdopted } = await startServer(cluster);
  const endSupervision = await superviseServer(cluster, port);
  await createDatabase(connectionUrl(cluster.password, port, 'postgres'));
  return {
    url: connectionUrl(cluster.password, port, DATABASE),
    pid,
    isAdopted,
    stop: async () => {
      await endSupervision();
      await stopServer(cluster, STOP_SECONDS);
    },
    stopSync: () => stopServerSync(cluster),
  };
}

async function createDatabase(maintenanceUrl: string): Promise<void> {
  const client = new Client({ connectionString: maintenanceUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}
