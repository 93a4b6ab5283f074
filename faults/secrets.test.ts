import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { INGEST_TOKEN, READ_TOKEN } from '@/lib/testing/real-server/credentials';
import { ServerProcess } from '@/lib/testing/real-server/server-process';
import { HttpClient } from '@/lib/testing/real-server/http-client';
import { plantSecrets, type PlantedSecret } from '../simulator/secrets';
import { readStoredText } from './stored-text';
import { TailClient } from './tail-client';

const COUNT = 200;
const RUN = 'secret-run';
let server: ServerProcess;
/** Everything the server answered, in this test. */
const answers: string[] = [];

beforeAll(async () => {
  server = await ServerProcess.create();
  await server.start();
});
afterAll(() => server.remove());

type Sent = { method: string; path: string; body: string | Uint8Array; headers?: Record<string, string> };

async function send({ method, path: target, body, headers }: Sent): Promise<void> {
  const client = new HttpClient(server.url, INGEST_TOKEN);
  const { status, text } = await client.send(method, target, {
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
  answers.push(`${status} ${text}`);
}

const json = (value: unknown): string => JSON.stringify(value);
const record = (line: string, more: object = {}) => ({ run_id: RUN, job_id: 'secrets', message: line, ...more });
const post = (body: Sent['body'], headers: Record<string, string> = {}) =>
  send({ method: 'POST', path: '/api/v1/logs', body, headers });
const clip = (line: string): string => line.slice(0, 190);

/** Every form of input there is, each with a text that holds a secret. */
const FORMS: ((line: string, index: number) => Promise<void>)[] = [
  (line) => post(json(record(line))),
  (line) => post(json([record('an array'), record(line)])),
  (line) => post(`${json(record('ndjson'))}\n${json(record(line))}\n`, { 'content-type': 'application/x-ndjson' }),
  (line) => post(new Uint8Array(gzipSync(json(record(line)))), { 'content-encoding': 'gzip' }),
  (line) => post(json(record('in fields', { additional_fields: { output: line, deep: [{ text: line }] } }))),
  (line) => post(json(record('in a field of its own', { note: line }))),
  (line) => post(json(record('in JSON in a field', { details: json({ reply: line }) }))),
  (line) =>
    post(json(record('as names', { component: line, phase: line, device: line, job_name: line, job_type: line }))),
  (line) => post(json({ message: 'as ids', run_id: clip(line), job_id: clip(line) })),
  (line) => post(json(record(line, { level: 'no such level' }))),
  (line) => post(json(record(line, { timestamp: line }))),
  (line, index) =>
    post(json(record('as a key')), { 'idempotency-key': `${index} ${line.replaceAll(/[^ -~]/g, ' ').slice(0, 200)}` }),
  (line) => post(`{"message": ${json(line)}, cut`),
  (line) =>
    send({
      method: 'POST',
      path: '/api/v1/runs',
      body: json({
        jobId: 'secrets',
        runId: RUN,
        jobName: clip(line),
        trigger: clip(line),
        gateway: clip(line),
        devices: [{ device: clip(line), site: clip(line) }],
      }),
    }),
  (line) => send({ method: 'PATCH', path: `/api/v1/runs/${RUN}`, body: json({ resultText: line }) }),
  (line) => send({ method: 'PATCH', path: `/api/v1/runs/${RUN}`, body: json({ status: line }) }),
  (line) =>
    send({
      method: 'PUT',
      path: `/api/v1/runs/${RUN}/devices/dev`,
      body: json({ status: 'failed', cause: line, phases: [{ phase: clip(line) }] }),
    }),
  (line) =>
    send({
      method: 'PUT',
      path: `/api/v1/runs/${RUN}/devices/${encodeURIComponent(clip(line))}`,
      body: json({ status: 'failed' }),
    }),
];

test('200 secrets sent through every form of input are found nowhere', async () => {
  const planted = plantSecrets('faults', COUNT);
  const tail = await openTail();
  for (const [index, { line }] of planted.entries()) await FORMS[index % FORMS.length]?.(line, index);
  const total = await readBack();
  await tail.untilSeq(total);
  await tail.close();
  await server.end('SIGTERM');
  await server.untilDatabaseEnded();
  const found = [
    ...search('an answer', Buffer.from(answers.join('\n')), planted),
    ...search('the tail', Buffer.from(tail.messages.join('\n')), planted),
    ...search('the server log', Buffer.from(server.output), planted),
    ...filesBelow(server.dataDir).flatMap((file) =>
      search(path.relative(server.dataDir, file), readFileSync(file), planted),
    ),
  ];
  expect(answers.length).toBeGreaterThanOrEqual(COUNT);
  expect(found).toEqual([]);
});

async function openTail(): Promise<TailClient> {
  await post(json(record('first')));
  return new TailClient(server.url, RUN);
}

/** Reads the run through the API and past it; answers its number of lines. */
async function readBack(): Promise<number> {
  const reader = new HttpClient(server.url, READ_TOKEN);
  for (const target of [`/api/v1/runs/${RUN}`, '/api/v1/runs', `/api/v1/runs/${RUN}/lines?limit=500`]) {
    answers.push((await reader.send('GET', target)).text);
  }
  answers.push(...(await readStoredText(server)));
  return (await reader.getJson<{ lineCount: number }>(`/api/v1/runs/${RUN}`)).lineCount;
}

function search(where: string, bytes: Buffer, planted: PlantedSecret[]): { where: string; form: string }[] {
  return planted.filter(({ secret }) => occurs(bytes, secret)).map(({ form }) => ({ where, form }));
}

/** As it is, and as JSON writes it; a secret of several lines line by line, since any of them is one. */
function occurs(bytes: Buffer, secret: string): boolean {
  const parts = secret.split('\n').filter((part) => part.length >= 6 && !part.startsWith('-----'));
  return parts.some((part) => bytes.includes(part) || bytes.includes(JSON.stringify(part).slice(1, -1)));
}

/** The database's tables, write-ahead log and server log, and whatever else lies in the data folder. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}
