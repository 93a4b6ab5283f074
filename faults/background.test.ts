import { afterEach, expect, inject, test } from 'vitest';
import { withDatabase } from '@/lib/testing/real-server/with-database';
import { pause, ServerProcess } from '@/lib/testing/real-server/server-process';
import {
  compareRuns,
  countUnsealed,
  letMerge,
  sendEndedRuns,
  SLOW_AND_COUNTED,
  sweepNow,
  untilSealed,
} from './background-work';
import { compareLedger, Ledger } from './ledger';
import { readMessages } from './read-run';
import { sendUntil } from './sender';
import { TailClient } from './tail-client';

const isWhole = inject('faultScale') === 'whole';
const KILLS = isWhole ? 10 : 2;
const RUNS = isWhole ? 30 : 8;
const CHUNKS = 60;
const SHARED_MS = isWhole ? 30_000 : 3000;

let servers: ServerProcess[] = [];
afterEach(async () => {
  for (const server of servers.toReversed()) await server.remove();
  servers = [];
});

const runNames = (prefix: string) => Array.from({ length: RUNS }, (_, n) => `${prefix} ${n}`);

/** Server and database at once, as when the machine loses its power. */
async function killBoth(server: ServerProcess): Promise<number> {
  server.killDatabase();
  await server.end('SIGKILL');
  return server.start();
}

test('merging and sealing killed half-way: no line missing, none twice, finished later', async () => {
  const server = await ServerProcess.create();
  servers = [server];
  await server.start();
  await withDatabase(server, async (client) => {
    await client.query(SLOW_AND_COUNTED);
    await letMerge(client, 0);
  });
  const sent = await sendEndedRuns(servers, { runs: runNames('merged'), chunks: CHUNKS });
  const recoveryMs: number[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    await withDatabase(server, async (client) => {
      await letMerge(client, 2);
      await sweepNow(client);
      await untilActive('DELETE FROM log_chunk', server);
      expect(await countUnsealed(client)).toBeGreaterThan(0);
    });
    recoveryMs.push(Math.round(await killBoth(server)));
    expect(await compareRuns(server.url, sent)).toMatchObject({ wrong: 0 });
  }
  const merges = await withDatabase(server, async (client) => {
    await letMerge(client, null);
    await sweepNow(client);
    await untilSealed(client);
    return (await client.query('SELECT 1 FROM log_chunk WHERE NOT sealed')).rowCount;
  });
  const result = await compareRuns(server.url, sent);
  console.log(JSON.stringify({ fault: 'merge and seal killed', kills: KILLS, runs: RUNS, ...result, recoveryMs }));
  expect([result.wrong, merges]).toEqual([0, 0]);
});

test('a purge killed half-way: all of it or nothing is gone, no line with it, and the next one finishes', async () => {
  const server = await ServerProcess.create();
  servers = [server];
  await server.start();
  const sent = await sendEndedRuns(servers, { runs: runNames('purged'), chunks: 5 });
  const countKeys = () =>
    withDatabase(server, async (client) => (await client.query('SELECT 1 FROM ingest_batch')).rowCount ?? 0);
  const purge = () => withDatabase(server, (client) => client.query(`SELECT graphile_worker.add_job('purge')`));
  await withDatabase(server, (client) => client.query(SLOW_AND_COUNTED));
  await withDatabase(server, (client) =>
    client.query(`UPDATE ingest_batch SET created_at = now() - interval '8 days'`),
  );
  const keys = await countKeys();
  await purge();
  await untilActive('DELETE FROM "public"."ingest_batch"', server);
  const recoveryMs = Math.round(await killBoth(server));
  expect(await countKeys()).toBe(keys);
  await purge();
  while ((await countKeys()) > 0) await pause(50);
  const result = await compareRuns(server.url, sent);
  console.log(JSON.stringify({ fault: 'purge killed', keys, ...result, recoveryMs }));
  expect(result.wrong).toBe(0);
});

test('two servers on one database: background work happens once, and the tails of both have every line', async () => {
  const first = await ServerProcess.create();
  await first.start();
  const second = await ServerProcess.create({ DATABASE_URL: first.databaseUrl() });
  servers = [first, second];
  await second.start();
  const ledger = new Ledger();
  const abort = new AbortController();
  const options = { runId: 'shared', ledger, linesPerSecond: 250, linesPerBatch: 50, signal: abort.signal };
  const sending = [0, 1, 2, 3].flatMap(() => servers.map(({ url }) => sendUntil({ ...options, url })));
  const tails = [0, 1, 2].flatMap(() => servers.map(({ url }) => new TailClient(url, 'shared')));
  await pause(SHARED_MS);
  abort.abort();
  await Promise.all(sending);
  const stored = await readMessages(second.url, 'shared');
  const result = compareLedger(ledger, stored);
  for (const tail of tails) {
    await tail.untilSeq(stored.length);
    await tail.close();
    expect(tail.messages).toEqual(stored);
  }
  expect(result).toEqual({ acknowledged: stored.length, lost: 0, doubled: 0, outOfOrder: 0, unasked: 0 });
  await withDatabase(first, (client) => client.query(SLOW_AND_COUNTED));
  const sent = await sendEndedRuns(servers, { runs: runNames('once'), chunks: CHUNKS });
  const merges = await withDatabase(first, async (client) => {
    await sweepNow(client);
    await untilSealed(client);
    const { rows } = await client.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM merged WHERE run_id <> 'shared' GROUP BY run_id`,
    );
    return rows.map(({ n }) => n);
  });
  const runs = await compareRuns(second.url, sent);
  console.log(JSON.stringify({ fault: 'two servers', ...result, tails: tails.length, mergesOfEachRun: merges, runs }));
  expect(merges).toEqual(runNames('once').map(() => 1));
  expect(runs.wrong).toBe(0);
});

/** Until a statement that begins so is under way. */
async function untilActive(statement: string, server: ServerProcess): Promise<void> {
  await withDatabase(server, async (client) => {
    const isActive = async () => {
      const { rowCount } = await client.query(
        `SELECT 1 FROM pg_stat_activity WHERE state = 'active' AND pid <> pg_backend_pid() AND position($1 IN query) > 0`,
        [statement],
      );
      return rowCount !== 0;
    };
    while (!(await isActive())) await pause(5);
  });
}
