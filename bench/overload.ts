import { INGEST_TOKEN } from '../lib/testing/real-server/credentials';
import { HttpClient } from '../lib/testing/real-server/http-client';
import { pause, type ServerProcess } from '../lib/testing/real-server/server-process';
import { atMost, percentile, plain, type Figure } from './figure';

const DURATION_MS = 10_000;
const WARM_UP_MS = 3000;
/** At capacity and above it in turns; the middle round counts, since a pause of the machine is the p99 of a short one. */
const ROUNDS = 3;
const TIMES_CAPACITY = 4;
/** Senders that wait for their answers, enough to keep both cores busy: their rate is the capacity. */
const SENDERS = 16;
const LINES_PER_BATCH = 500;

type Sent = { status: number; ms: number };
type Send = (runId: string) => Promise<Sent>;

/** How much slower an accepted batch is answered when four times as many come as can be taken. */
export async function benchOverload(server: ServerProcess): Promise<Figure[]> {
  // Without a limit of connections: what is offered must not wait for answers.
  const client = new HttpClient(server.url, INGEST_TOKEN, Infinity);
  const send: Send = (runId) => sendBatch(client, buildBody(runId));
  await sendAtCapacity(send, 'warm-up', WARM_UP_MS);
  const rounds: { capacity: number; refusedShare: number; timesSlower: number }[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const atCapacity = await sendAtCapacity(send, `capacity-${round}`, DURATION_MS);
    const capacity = (times(atCapacity).length / DURATION_MS) * 1000;
    const answers = await sendAtRate(send, `overload-${round}`, capacity * TIMES_CAPACITY);
    const timesSlower = percentile(times(answers), 99) / percentile(times(atCapacity), 99);
    rounds.push({ capacity, refusedShare: 1 - times(answers).length / answers.length, timesSlower });
  }
  client.close();
  const middle = (key: keyof (typeof rounds)[number]) =>
    percentile(
      rounds.map((round) => round[key]),
      50,
    );
  return [
    plain('overload: batches of 500 taken at capacity', middle('capacity'), 'batches/s'),
    plain('overload: refused at 4 times capacity', middle('refusedShare') * 100, '%'),
    atMost('overload: p99 of what is taken, against capacity', middle('timesSlower'), { max: 3, unit: 'times' }),
  ];
}

/** Status 0: no answer came. */
async function sendBatch(client: HttpClient, body: Buffer): Promise<Sent> {
  const startedAt = performance.now();
  return client.send('POST', '/api/v1/logs', { body }).catch(() => ({ status: 0, ms: performance.now() - startedAt }));
}

const bodies = new Map<string, Buffer>();

function buildBody(runId: string): Buffer {
  const known = bodies.get(runId);
  if (known) return known;
  const lines = Array.from({ length: LINES_PER_BATCH }, (_, n) =>
    JSON.stringify({
      run_id: runId,
      level: 'INFO',
      device: `r${n % 20}`,
      message: `${n} ${'interface is up '.repeat(12)}`,
    }),
  );
  const body = Buffer.from(lines.join('\n'));
  bodies.set(runId, body);
  return body;
}

/** As many as the server takes, for `ms`. */
async function sendAtCapacity(send: Send, runId: string, ms: number): Promise<Sent[]> {
  const answers: Sent[] = [];
  const until = performance.now() + ms;
  const keepSending = async () => {
    while (performance.now() < until) answers.push(await send(runId));
  };
  await Promise.all(Array.from({ length: SENDERS }, keepSending));
  return answers;
}

/** So many a second, whatever the answers: what is refused is not sent again. */
async function sendAtRate(send: Send, runId: string, perSecond: number): Promise<Sent[]> {
  const startedAt = performance.now();
  const sending: Promise<Sent>[] = [];
  for (let elapsed = 0; elapsed < DURATION_MS; elapsed = performance.now() - startedAt) {
    while (sending.length < (elapsed / 1000) * perSecond) sending.push(send(runId));
    await pause(2);
  }
  return Promise.all(sending);
}

const times = (answers: Sent[]) => answers.filter(({ status }) => status === 200).map(({ ms }) => ms);
