import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { READ_TOKEN, type ServerProcess } from '../faults/server-process';
import { buildToken, hashToken, TOKEN_RANDOM_BYTES } from '../lib/auth/token-format';
import { atMost, plain, type Figure } from './figure';
import { fleetRunId } from './fleet';
import { HttpClient, percentile } from './http-client';
import { hash } from './lines';

const READERS = 2;

/** One request that deletes the oldest runs, while others are read. */
export async function benchDelete(server: ServerProcess, runCount: number, deleteCount: number): Promise<Figure[]> {
  const admin = new HttpClient(server.url, await createAdminToken(server), 1);
  const reader = new HttpClient(server.url, READ_TOKEN, READERS);
  const state = { isOver: false };
  const read = async (times: number[], isOver: () => boolean): Promise<void> => {
    for (let n = 1; !isOver(); n += 1) {
      const run = deleteCount + (hash(n) % (runCount - deleteCount));
      const { status, ms } = await reader.send(
        'GET',
        `/api/v1/runs/${fleetRunId(run)}/lines?from=${1 + (n % 400)}&limit=500`,
      );
      if (status !== 200) throw new Error(`read beside the deletion: ${status}`);
      times.push(ms);
    }
  };
  const quiet: number[] = [];
  await read(quiet, () => quiet.length >= 60);
  const during: number[] = [];
  const readers = Array.from({ length: READERS }, () => read(during, () => state.isOver));
  const runIds = Array.from({ length: deleteCount }, (_, run) => fleetRunId(run));
  const { status, text, ms } = await admin.send('DELETE', '/api/v1/runs', JSON.stringify({ runIds }));
  state.isOver = true;
  await Promise.all(readers);
  admin.close();
  reader.close();
  if (status !== 200 || !text.includes(`"deleted":${deleteCount}`)) throw new Error(`delete: ${status} ${text}`);
  return [
    atMost(`delete ${deleteCount} runs of 1000 lines`, ms / 1000, { max: 1, unit: 's' }),
    plain('a page of 500 lines without the deletion, p95', percentile(quiet, 95), 'ms'),
    plain(`a page of 500 lines during the deletion, ${READERS} readers, p95`, percentile(during, 95), 'ms'),
    plain('a page of 500 lines during the deletion, slowest', Math.max(...during), 'ms'),
  ];
}

/** Admins' tokens are made by people in the console; here by a row like theirs. */
async function createAdminToken(server: ServerProcess): Promise<string> {
  const token = buildToken(randomBytes(TOKEN_RANDOM_BYTES));
  const client = new Client({ connectionString: server.databaseUrl() });
  await client.connect();
  await client.query(
    `INSERT INTO access_token (id, name, prefix, hash, scopes) VALUES ('bench-admin', 'bench', 'bench', $1, ARRAY['admin'])`,
    [Buffer.from(hashToken(token))],
  );
  await client.end();
  return token;
}
