import { afterEach, expect, inject, test } from 'vitest';
import { compareLedger, Ledger } from './ledger';
import { readMessages } from './read-run';
import { sendUntil } from './sender';
import { pause, ServerProcess } from './server-process';
import { TailClient } from './tail-client';

const isWhole = inject('faultScale') === 'whole';
const SERVER_KILLS = isWhole ? 50 : 3;
const DATABASE_KILLS = isWhole ? 20 : 2;
const SENDERS = 4;
const LINES_PER_BATCH = 25;
/** Four senders, 25 lines each 50 ms: 2,000 lines a second. */
const PAUSE_MS = 50;
const BETWEEN_KILLS_MS = 400;
const TAILS = 3;

let server: ServerProcess;
afterEach(() => server.remove());

/** Sends and tails while `disturb` runs, then compares the ledger with the store and with every tail. */
async function underLoad(disturb: () => Promise<number[]>): Promise<void> {
  await server.start();
  const ledger = new Ledger();
  const abort = new AbortController();
  const runId = 'killed';
  const options = {
    url: server.url,
    runId,
    ledger,
    linesPerBatch: LINES_PER_BATCH,
    pauseMs: PAUSE_MS,
    signal: abort.signal,
  };
  const senders = Array.from({ length: SENDERS }, () => sendUntil(options));
  const tails = Array.from({ length: TAILS }, () => new TailClient(server.url, runId));
  const recoveries = await disturb();
  abort.abort();
  await Promise.all(senders);
  const stored = await readMessages(server.url, runId);
  const result = compareLedger(ledger, stored);
  console.log(JSON.stringify({ ...result, tails: TAILS, recoveryMs: recoveries.map(Math.round) }));
  expect(result).toEqual({ acknowledged: stored.length, lost: 0, doubled: 0, outOfOrder: 0, unasked: 0 });
  for (const tail of tails) {
    await tail.untilSeq(stored.length);
    await tail.close();
    expect(tail.messages).toEqual(stored);
  }
}

test(`the server killed ${SERVER_KILLS} times under load: nothing acknowledged is lost or doubled`, async () => {
  server = await ServerProcess.create();
  await underLoad(async () => {
    const recoveries: number[] = [];
    for (let kill = 0; kill < SERVER_KILLS; kill += 1) {
      await pause(BETWEEN_KILLS_MS);
      await server.end('SIGKILL');
      recoveries.push(await server.start());
    }
    return recoveries;
  });
});

test(`the database killed ${DATABASE_KILLS} times under load: nothing acknowledged is lost or doubled`, async () => {
  server = await ServerProcess.create();
  await underLoad(async () => {
    const recoveries: number[] = [];
    for (let kill = 0; kill < DATABASE_KILLS; kill += 1) {
      await pause(BETWEEN_KILLS_MS);
      const killedAt = performance.now();
      server.killDatabase();
      while (await server.isReady()) await pause(5);
      await server.untilReady(30_000);
      recoveries.push(performance.now() - killedAt);
    }
    return recoveries;
  });
});

test('both killed at once: the next start has every acknowledged line once', async () => {
  server = await ServerProcess.create();
  await underLoad(async () => {
    await pause(BETWEEN_KILLS_MS);
    server.killDatabase();
    await server.end('SIGKILL');
    return [await server.start()];
  });
});
