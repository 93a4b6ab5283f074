import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { afterEach, expect, inject, test } from 'vitest';
import { pause, ServerProcess } from '@/lib/testing/real-server/server-process';
import { readAnswer } from './read-run';
import { postBody, type Answer } from './sender';

const isWhole = inject('faultScale') === 'whole';
const RESTARTS = isWhole ? 20 : 3;
const BETWEEN_RESTARTS_MS = 500;
const LINES = isWhole ? 200_000 : 40_000;
const LINES_PER_BATCH = 2000;
const RUN = 'searched';

let server: ServerProcess;
afterEach(() => server.remove());

const search = (q: string, signal?: AbortSignal) =>
  readAnswer(server.url, `/api/v1/runs/${RUN}/lines?limit=10&q=${encodeURIComponent(q)}`, signal);

async function fillRun(): Promise<void> {
  for (let at = 0; at < LINES; at += LINES_PER_BATCH) {
    const lines = Array.from({ length: LINES_PER_BATCH }, (_, n) =>
      JSON.stringify({ run_id: RUN, message: `${at + n} ${'a'.repeat(61)} ${n % 100 === 0 ? 'needle' : 'hay'}` }),
    );
    const { answer } = await postBody(server.url, lines.join('\n'));
    expect(answer.status).toBe(200);
  }
}

test(`searches while the database is restarted ${RESTARTS} times: the exact answer or an error, never an empty one`, async () => {
  server = await ServerProcess.create();
  await server.start();
  await fillRun();
  const answers: (Answer & { body: unknown })[] = [];
  let isOver = false;
  const searchAll = async (searcher: number) => {
    // Every search is a new one, so that none is answered from what the server remembers.
    for (let n = 0; !isOver; n += 1) answers.push(await search(`/needle|absent${searcher} ${n}/`));
  };
  const searching = [0, 1, 2, 3].map(searchAll);
  for (let restart = 0; restart < RESTARTS; restart += 1) {
    await pause(BETWEEN_RESTARTS_MS);
    await server.untilReplaced(server.killDatabase());
  }
  isOver = true;
  await Promise.all(searching);
  const failed = answers.filter(({ status }) => status !== 200);
  console.log(
    JSON.stringify({ fault: 'searches', restarts: RESTARTS, answers: answers.length, failed: failed.length }),
  );
  expect(failed.length).toBeGreaterThan(0);
  for (const { status, body, code } of answers) {
    if (status === 200) expect(body).toMatchObject({ total: LINES / 100 });
    else expect([status, code]).toEqual([503, 'unavailable']);
  }
});

test('a search whose reader has gone is cancelled in the database', async () => {
  server = await ServerProcess.create();
  await server.start();
  await fillRun();
  const client = new Client({ connectionString: server.databaseUrl() });
  client.on('error', () => {}); // it ends with the server when the test fails
  await client.connect();
  await logWhyStatementsEnd(client);
  while ((await search('needle')).status !== 200) await pause(50);
  const waiting = async () => {
    const { rows } = await client.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%log_chunk%'`,
    );
    return rows.map(({ pid }) => pid);
  };
  // Nothing that is read of the lines can end before its reader has gone.
  await client.query('BEGIN');
  await client.query('LOCK TABLE log_chunk IN ACCESS EXCLUSIVE MODE');
  const abort = new AbortController();
  const searching = search('needle once more', abort.signal).catch(() => null);
  while ((await waiting()).length === 0) await pause(5);
  const held = await waiting();
  const abandonedAt = performance.now();
  abort.abort();
  await searching;
  for (let left = held; held.every((pid) => left.includes(pid)); left = await waiting()) await pause(5);
  const cancelledMs = performance.now() - abandonedAt;
  await client.end();
  console.log(JSON.stringify({ fault: 'search abandoned', cancelledMs: Math.round(cancelledMs) }));
  // And not merely ended by the search's budget of 5 s.
  expect(readFileSync(server.databaseLogFile, 'utf8')).toContain('canceling statement due to user request');
  expect(server.output).not.toContain('[search]');
});

/** From the next connection on, so the present ones are ended; the server makes new ones. */
async function logWhyStatementsEnd(client: Client): Promise<void> {
  await client.query(`ALTER DATABASE netraven SET log_min_messages = 'error'`);
  await client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
}
