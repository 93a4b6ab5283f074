import http from 'node:http';
import { INGEST_TOKEN, pause, READ_TOKEN, type ServerProcess } from '../faults/server-process';
import { atMost, type Figure } from './figure';
import { HttpClient, percentile } from './http-client';

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
    await client.send('POST', '/api/v1/runs', JSON.stringify({ jobId: 'tail', runId: runId(n) }));
  }
  const requests = Array.from({ length: TAILS }, (_, n) =>
    openTail(server, runId(n), (id) => arrivals.push({ id, at: performance.now() })),
  );
  await pause(1000);
  const sends: Promise<void>[] = [];
  for (let n = 0; n < SECONDS * BATCHES_PER_SECOND; n += 1) {
    const body = Array.from({ length: LINES_PER_BATCH }, (_, i) =>
      JSON.stringify({ run_id: runId(n), message: `mark-${n}-${i}` }),
    ).join('\n');
    sends.push(
      client
        .send('POST', '/api/v1/logs', body)
        .then(() => void acknowledgedAt.set(`mark-${n}-${LINES_PER_BATCH - 1}`, performance.now())),
    );
    await pause(1000 / BATCHES_PER_SECOND);
  }
  await Promise.all(sends);
  await pause(2000);
  for (const request of requests) request.destroy();
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

function openTail(server: ServerProcess, runId: string, onLine: (message: string) => void): http.ClientRequest {
  const request = http.get(
    `${server.url}/api/v1/runs/${runId}/tail`,
    { headers: { authorization: `Bearer ${READ_TOKEN}` } },
    (response) => {
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        for (const [, message] of text.matchAll(/"message":"(mark-\d+-9)"/g)) if (message) onLine(message);
      });
      response.on('error', () => {});
    },
  );
  request.on('error', () => {});
  return request;
}
