import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { closeDatabase, openDatabase } from '../../lib/db/client';
import { findBinaries } from '../../lib/db/embedded-postgres/find-binaries';
import { migrate } from '../../lib/db/migrate';
import { answerAtDoor } from '../../lib/edges/answer-at-door';
import { answerAppend } from '../../lib/intake/ingest/server/door/answer-append';
import { findFirstPage } from '../../lib/reading/lines/server/find-first-page';
import { getRun } from '../../lib/runs/server/get-run';
import { createAccessToken } from '../../lib/testing/factories/token';
import { startScratchPostgres } from '../../lib/testing/start-scratch-postgres';
import { VisitedFiles } from './visited-files';

// Which files of lib a line passes: those whose functions are entered from its POST until its row stands, and from the row
// until the run and its first lines are answered (docs/decisions/0031-storeys.md):
//   npx tsx --conditions=react-server bench/visited/main.ts
// A line of another run goes ahead, so that nothing is counted which happens once a process.

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DIRECT = new Map([['POST /api/v1/logs', answerAppend]]);
const server = createServer((message, response) => void answerAtDoor(message, response, DIRECT));

async function post(token: string, runId: string): Promise<void> {
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/logs`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({
      ...{ run_id: runId, job_id: 42, level: 'ERROR', component: 'gateway', device: 'fra-sw-12' },
      ...{ message: 'authentication failed', timestamp: new Date().toISOString() },
    }),
  });
  if (answer.status !== 200) throw new Error(`answered ${answer.status}: ${await answer.text()}`);
}

/** What app/(console)/runs/[runId] reads for the log alone. */
const read = (viewer: Parameters<typeof getRun>[0], runId: string) =>
  Promise.all([getRun(viewer, runId), findFirstPage(viewer, runId, {})]);

async function main(): Promise<void> {
  const { postgres } = await findBinaries();
  const database = await startScratchPostgres(path.dirname(postgres));
  try {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await migrate(client, path.join(ROOT, 'prisma/migrations'));
    await client.end();
    openDatabase(database.url);
    const { token, viewer } = await createAccessToken({ scopes: ['logs:write', 'logs:read'] });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const visited = await VisitedFiles.start(ROOT);
    await post(token, 'ahead');
    await read(viewer, 'ahead');
    await visited.take();
    await post(token, 'counted');
    visited.print('from a POST until its row', await visited.take());
    await read(viewer, 'counted');
    visited.print('from the row to the answer', await visited.take());
  } finally {
    server.close();
    await closeDatabase();
    await database.remove();
  }
}

void main().then(() => process.exit());
