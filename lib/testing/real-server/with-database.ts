import { Client } from 'pg';
import type { ServerProcess } from './server-process';

/** A connection to the server's database, for one piece of work; after a crash it may have to wait for it. */
export async function withDatabase<T>(server: ServerProcess, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: server.databaseUrl() });
  client.on('error', () => {}); // the database is killed under it
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
