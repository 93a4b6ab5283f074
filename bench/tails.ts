import type { IncomingMessage } from 'node:http';
import { INGEST_TOKEN, READ_TOKEN } from '../lib/testing/real-server/credentials';
import { pause, type ServerProcess } from '../lib/testing/real-server/server-process';
import { HttpClient } from '../lib/testing/real-server/http-client';
import { atMost, percentile, type Figure } from './figure';

const TAILS = 200;
const RUNS = 10;
const SECONDS = 10;
/** 100 batches of 10 lines: 1,000 lines a second over all runs. */
const BATCHES_PER_SECOND = 100;
const LINES_PER_BATCH = 10;

/** From the moment a commit is acknowledged to the arrival of its last line at each of 200 tails. */
export async function benchTails(server: ServerProcess): Promise<Figure[]> {
  const client = new HttpClient(server.url, INGEST_TOKEN, 16);
  const runId = (n: number) => `tail-${n % RUNS}`;
  const acknowledgedAt = new Map<string, number>();
  const arrivals: { id: string; at: number }[] = [];
  for (let n = 0; n < RUNS; n += 1) {
    await client.sendJson('POST', '/api/v1/runs', { jobId: 'tail', runId: runId(n) });
  }
  const reader = new HttpClient(server.url, READ_TOKEN);
  const tails = await Promise.all(
    Array.from({ length: TAILS }, (_, n) =>
      openTail(reader, runId(n), (id) => arrivals.push({ id, at: performance.now() })),
    ),
  );
  await pause(1000);
  const sends: Promise<void>[] = [];
  for (let n = 0; n < SECONDS * BATCHES_PER_SECOND; n += 1) {
    const body = Array.from({ length: LINES_PER_BATCH }, (_, i) =>
      JSON.stringify({ run_id: runId(n), message: `mark-${n}-${i}` }),
    ).join('\n');
    sends.push(
      client
        .send('POST', '/api/v1/logs', { body })
        .then(() => void acknowledgedAt.set(`mark-${n}-${LINES_PER_BATCH - 1}`, performance.now())),
    );
    await pause(1000 / BATCHES_PER_SECOND);
  }
  await Promise.all(sends);
  await pause(2000);
  for (const tail of tails) tail.destroy();
  client.close();
  const delays = arrivals.flatMap(({ id, at }) => {
    const sentAt = acknowledgedAt.get(id);
    return sentAt === undefined ? [] : [Math.max(0, at - sentAt)];
  });
  const expected = acknowledgedAt.size * (TAILS / RUNS);
  if (delays.length !== expected) throw new Error(`${delays.length} arrivals of ${expected}`);
  return [
    atMost(`commit to viewer, ${TAILS} tails, 1000 lines/s, p99`, percentile(delays, 99), { max: 250, unit: 'ms' }),
  ];
}

async function openTail(
  reader: HttpClient,
  runId: string,
  onLine: (message: string) => void,
): Promise<IncomingMessage> {
  const tail = await reader.open('GET', `/api/v1/runs/${runId}/tail`);
  tail.setEncoding('utf8');
  tail.on('data', (text: string) => {
    for (const [, message] of text.matchAll(/"message":"(mark-\d+-9)"/g)) if (message) onLine(message);
  });
  return tail.on('error', () => {});
}
