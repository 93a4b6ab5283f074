import http from 'node:http';
import { afterEach, expect, inject, test } from 'vitest';
import { percentile } from '../bench/http-client';
import { getJson } from './read-run';
import type { Answer } from './sender';
import { INGEST_TOKEN, pause, ServerProcess } from './server-process';

const DURATION_MS = inject('faultScale') === 'whole' ? 20_000 : 4000;
/** At capacity and above it in turns; the middle round counts, since a pause of the machine is the p99 of a short one. */
const ROUNDS = 3;
const WARM_UP_MS = 3000;
const TIMES_CAPACITY = 4;
/** Senders that wait for their answers, enough to keep both cores busy: their rate is the capacity. */
const SENDERS = 16;
const LINES_PER_BATCH = 500;
const P99_LIMIT_TIMES = 3;

let server: ServerProcess;
afterEach(() => server.remove());

type Sent = Omit<Answer, 'code'>;

const agent = new http.Agent({ keepAlive: true });

/** Plain node:http: fetch takes so much of the two cores that the load generator would be measured. */
function send(body: Buffer): Promise<Sent> {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const end = (status: number, retryAfter: string | null) =>
      resolve({ status, retryAfter, ms: performance.now() - startedAt });
    const headers = { authorization: `Bearer ${INGEST_TOKEN}`, 'content-length': body.length };
    const sending = http.request(`${server.url}/api/v1/logs`, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.on('end', () => end(response.statusCode ?? 0, response.headers['retry-after'] ?? null));
      response.on('error', () => end(0, null));
    });
    sending.on('error', () => end(0, null));
    sending.end(body);
  });
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

/** As many as the server takes, for `ms`. */
async function sendAtCapacity(runId: string, ms: number): Promise<Sent[]> {
  const answers: Sent[] = [];
  const body = buildBody(runId);
  const until = performance.now() + ms;
  const keepSending = async () => {
    while (performance.now() < until) answers.push(await send(body));
  };
  await Promise.all(Array.from({ length: SENDERS }, keepSending));
  return answers;
}

/** So many a second, whatever the answers: what is refused is not sent again. */
async function sendAtRate(runId: string, perSecond: number, ms: number): Promise<Sent[]> {
  const body = buildBody(runId);
  const startedAt = performance.now();
  const sending: Promise<Sent>[] = [];
  for (let elapsed = 0; elapsed < ms; elapsed = performance.now() - startedAt) {
    while (sending.length < (elapsed / 1000) * perSecond) {
      sending.push(send(body));
    }
    await pause(2);
  }
  return Promise.all(sending);
}

const times = (answers: Sent[]) => answers.filter(({ status }) => status === 200).map(({ ms }) => ms);

type Round = { perSecond: number; atCapacity: Sent[]; answers: Sent[] };

async function playRound(round: number): Promise<Round> {
  const atCapacity = await sendAtCapacity(`capacity-${round}`, DURATION_MS);
  const perSecond = (times(atCapacity).length / DURATION_MS) * 1000;
  const answers = await sendAtRate(`overload-${round}`, perSecond * TIMES_CAPACITY, DURATION_MS);
  return { perSecond, atCapacity, answers };
}

const isRefused = ({ status }: Sent): boolean => status !== 200;
const p99 = (ms: number[]): number => Math.round(percentile(ms, 99));

function describeRound({ perSecond, atCapacity, answers }: Round) {
  const refused = answers.filter(isRefused);
  const statuses: Record<number, number> = {};
  for (const { status } of refused) statuses[status] = (statuses[status] ?? 0) + 1;
  return {
    ...{ fault: 'overload', capacityPerSecond: Math.round(perSecond), offered: answers.length },
    ...{ accepted: answers.length - refused.length, refused: refused.length, statuses },
    ...{ capacityP99Ms: p99(times(atCapacity)), overloadP99Ms: p99(times(answers)) },
    refusalP99Ms: p99(refused.map(({ ms }) => ms)),
  };
}

test(`overload at ${TIMES_CAPACITY} times capacity: the rest is told when to come back, what is taken is answered in time`, async () => {
  server = await ServerProcess.create();
  await server.start();
  await sendAtCapacity('warm-up', WARM_UP_MS);
  const timesSlower: number[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const played = await playRound(round);
    const told = describeRound(played);
    console.log(JSON.stringify(told));
    timesSlower.push(told.overloadP99Ms / told.capacityP99Ms);
    expect(told.refused).toBeGreaterThan(0);
    for (const answer of played.answers.filter(isRefused)) {
      expect([429, 503]).toContain(answer.status);
      expect(answer.retryAfter).toMatch(/^\d+$/);
    }
    const run = await getJson<{ lineCount: number }>(`${server.url}/api/v1/runs/overload-${round}`);
    expect(run.lineCount).toBe(told.accepted * LINES_PER_BATCH);
  }
  expect(percentile(timesSlower, 50)).toBeLessThanOrEqual(P99_LIMIT_TIMES);
});
