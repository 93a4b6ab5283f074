import 'server-only';
import { Client } from 'pg';
import { connectionUrl } from './cluster';

/** Only our own server knows our password, so an answer proves whose port it is. */
export async function canConnect(password: string, port: number): Promise<boolean> {
  const client = new Client({
    connectionString: connectionUrl(password, port, 'postgres'),
    connectionTimeoutMillis: 2000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
