import { afterEach, expect, inject, test } from 'vitest';
import { INGEST_TOKEN, READ_TOKEN } from '@/lib/testing/real-server/credentials';
import { ServerProcess } from '@/lib/testing/real-server/server-process';
import { HttpClient } from '@/lib/testing/real-server/http-client';
import type { Answer } from './sender';

const WAVES = inject('faultScale') === 'whole' ? 20 : 3;
/** At once, of 100 kB each: eight times the 5 MiB that may be in work. */
const REQUESTS = 400;
const LINES_PER_BATCH = 500;
const MIB = 1024 * 1024;
/** What may be in work, read and parsed, and what the collector has not come to. */
const GROWTH_LIMIT_MIB = 300;

let server: ServerProcess;
afterEach(() => server.remove());

type Sent = Omit<Answer, 'code' | 'ms'>;

async function send(client: HttpClient, body: Buffer): Promise<Sent> {
  try {
    const { status, headers } = await client.send('POST', '/api/v1/logs', { body });
    return { status, retryAfter: headers['retry-after'] ?? null };
  } catch {
    return { status: 0, retryAfter: null };
  }
}

const buildBody = (runId: string): Buffer =>
  Buffer.from(
    Array.from({ length: LINES_PER_BATCH }, (_, n) =>
      JSON.stringify({
        run_id: runId,
        level: 'INFO',
        device: `r${n % 20}`,
        message: `${n} ${'interface is up '.repeat(12)}`,
      }),
    ).join('\n'),
  );

/** How much more than now the server's memory is while `work` goes on, at most. */
async function watchGrowth(work: () => Promise<void>): Promise<number> {
  const before = server.residentBytes();
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, server.residentBytes())), 20);
  await work().finally(() => clearInterval(watch));
  return (peak - before) / MIB;
}

test(`${REQUESTS} batches at once, ${WAVES} times: what is too much is told when to come back, what is taken is stored`, async () => {
  server = await ServerProcess.create();
  await server.start();
  const client = new HttpClient(server.url, INGEST_TOKEN, Infinity);
  await Promise.all(Array.from({ length: 16 }, () => send(client, buildBody('warm-up'))));
  const answers: Sent[] = [];
  const body = buildBody('overload');
  const grownMib = await watchGrowth(async () => {
    for (let wave = 0; wave < WAVES; wave += 1) {
      answers.push(...(await Promise.all(Array.from({ length: REQUESTS }, () => send(client, body)))));
    }
  });
  client.close();
  const refused = answers.filter(({ status }) => status !== 200);
  const accepted = answers.length - refused.length;
  console.log(JSON.stringify({ fault: 'overload', accepted, refused: refused.length, grownMib: Math.round(grownMib) }));
  expect(accepted).toBeGreaterThan(0);
  expect(refused.length).toBeGreaterThan(0);
  for (const { status, retryAfter } of refused) {
    expect([429, 503]).toContain(status);
    expect(retryAfter).toMatch(/^\d+$/);
  }
  const run = await new HttpClient(server.url, READ_TOKEN).getJson<{ lineCount: number }>('/api/v1/runs/overload');
  expect(run.lineCount).toBe(accepted * LINES_PER_BATCH);
  expect(grownMib).toBeLessThan(GROWTH_LIMIT_MIB);
});
