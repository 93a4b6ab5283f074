import { generateKeyPairSync } from 'node:crypto';
import { afterEach, expect, inject, test } from 'vitest';
import { ServerProcess } from '@/lib/testing/real-server/server-process';
import { readMessages } from './read-run';
import { postBody } from './sender';
import { readStoredText } from './stored-text';

const LINES_PER_BATCH = 3;
const RUN = 'key';
/** The server is killed with each so manieth batch under way. */
const KILLED_EACH = inject('faultScale') === 'whole' ? 1 : 4;

let server: ServerProcess;
afterEach(() => server.remove());

type Batch = { key: string; body: string };

/** Sends the batch until it is acknowledged; with `isKilled`, the first time into a server that is killed meanwhile. */
async function store({ key, body }: Batch, isKilled: boolean): Promise<void> {
  const post = () => postBody(server.url, body, { 'idempotency-key': key });
  if (isKilled) {
    const sending = post();
    await server.end('SIGKILL');
    await sending;
    await server.start();
  }
  const { answer } = await post();
  expect(answer.status).toBe(200);
}

test('the server killed again and again while a private key comes line by line: nothing of it is in the database', async () => {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  const body = privateKey.split('\n').filter((line) => line !== '' && !line.startsWith('-----'));
  const messages = ['show crypto', ...privateKey.trim().split('\n'), 'the device went on', 'and ended'];
  const records = messages.flatMap((message, n) => [
    { run_id: RUN, job_id: 'faults', device: 'fra-sw-1', component: 'netmiko', message },
    { run_id: RUN, job_id: 'faults', device: 'ham-sw-2', component: 'netmiko', message: `interface ${n} is up` },
  ]);
  server = await ServerProcess.create();
  await server.start();
  let kills = 0;
  for (let at = 0; at < records.length; at += LINES_PER_BATCH) {
    const some = records.slice(at, at + LINES_PER_BATCH).map((record) => JSON.stringify(record));
    const isKilled = (at / LINES_PER_BATCH) % KILLED_EACH === 1 % KILLED_EACH;
    kills += Number(isKilled);
    await store({ key: `batch ${at}`, body: some.join('\n') }, isKilled);
  }
  const stored = (await readStoredText(server)).join('\n');
  const read = await readMessages(server.url, RUN);
  console.log(JSON.stringify({ fault: 'key and kill', kills, keyLines: body.length, stored: read.length }));
  expect(kills).toBeGreaterThan(3);
  expect(body.filter((line) => stored.includes(line) || server.output.includes(line))).toEqual([]);
  expect(read).toHaveLength(records.length);
  expect(read.filter((message) => /^(?:show crypto|the device|and ended|interface \d+ is up)/.test(message))).toEqual(
    records.map(({ message }) => message).filter((message) => /^(?:show|the|and|interface) /.test(message)),
  );
});
