import http from 'node:http';
import net from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { createAccessToken } from '@/lib/testing/factories/token';
import { useTestDatabase } from '@/lib/testing/test-database';
import { answerAppend } from './answer-append';

useTestDatabase();

const MIB = 1024 * 1024;
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
const server = http.createServer((message, response) => void answerAppend(message, response));
let sockets = 0;
let token = '';
let readToken = '';

beforeAll(async () => {
  server.on('connection', () => (sockets += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  token = (await createAccessToken({ scopes: ['logs:write'] })).token;
  readToken = (await createAccessToken({ scopes: ['logs:read'] })).token;
});
afterAll(async () => {
  agent.destroy();
  await new Promise((resolve) => server.close(resolve));
});

const port = (): number => {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
};

type Sent = { status: number; headers: http.IncomingHttpHeaders; body: Record<string, unknown> };

function post(body: string | Buffer, headers: http.OutgoingHttpHeaders = {}, path = '/api/v1/logs'): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const request = http.request({
      port: port(),
      agent,
      method: 'POST',
      path,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson', ...headers },
    });
    request.on('error', reject).on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const text = Buffer.concat(parts).toString();
        const parsed = JSON.parse(text) as Record<string, unknown>;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: parsed });
      });
    });
    request.end(body);
  });
}

test('lines are stored and answered, plain, in pieces and gzip, in UTF-8', async () => {
  const first = await post('{"message":"grüße","run_id":"node"}');
  expect(first).toMatchObject({
    status: 200,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: { accepted: 1, duplicate: 0, rejected: [], runs: [{ runId: 'node', firstSeq: 1, lastSeq: 1 }] },
  });
  const chunked = await post('{"message":"two","run_id":"node"}', { 'transfer-encoding': 'chunked' });
  expect(chunked.body).toMatchObject({ accepted: 1 });
  const gzip = await post(gzipSync('{"message":"three","run_id":"node"}'), { 'content-encoding': 'gzip' });
  expect(gzip.body).toMatchObject({ runs: [{ runId: 'node', firstSeq: 3, lastSeq: 3 }] });
  const chunks = await db().logChunk.findMany({ where: { runId: 'node' }, orderBy: { firstSeq: 'asc' } });
  expect(chunks.map(({ message }) => message)).toEqual([['grüße'], ['two'], ['three']]);
});

test.each([
  ['no token', { authorization: 'Basic x' }, 401, 'unauthenticated'],
  ['unknown token', { authorization: 'Bearer nobody-knows-this-token-0123456789' }, 401, 'unauthenticated'],
  ['unknown encoding', { 'content-encoding': 'zstd' }, 415, 'unsupported_encoding'],
  ['wrong line count', { 'x-line-count': '2' }, 400, 'line_count_mismatch'],
])('%s is refused as a problem', async (_name, headers, status, code) => {
  const answer = await post('{"message":"x","run_id":"refused"}', headers);
  expect(answer).toMatchObject({
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
    body: { status, code, type: `urn:netraven:problem:${code}` },
  });
  expect(await db().run.count({ where: { id: 'refused' } })).toBe(0);
});

test('what the body holds and what was declared are both told', async () => {
  const { body } = await post('{"message":"x","run_id":"refused"}', { 'x-line-count': '2' });
  expect(body).toMatchObject({
    title: 'The body does not hold the declared number of lines',
    detail: 'X-Line-Count says 2, the body holds 1; nothing was stored.',
  });
});

test('a batch of which nothing is stored is 422 with the answer, again under its key, too', async () => {
  const keyed = { 'idempotency-key': 'nothing-stored' };
  for (const headers of [{}, keyed, keyed]) {
    const answer = await post('null\n[7]\n', headers);
    expect(answer).toMatchObject({
      status: 422,
      headers: { 'content-type': 'application/json' },
      body: { accepted: 0, duplicate: 0, rejected: [{ index: 0 }, { index: 1 }], runs: [] },
    });
  }
});

test('a batch of which something is stored, or was, is 200; so is one that holds nothing', async () => {
  const headers = { 'idempotency-key': 'some-stored' };
  const body = '{"message":"good","run_id":"some"}\n[7]\n';
  expect(await post(body, headers)).toMatchObject({ status: 200, body: { accepted: 1, rejected: [{ index: 1 }] } });
  expect(await post(body, headers)).toMatchObject({ status: 200, body: { accepted: 0, duplicate: 1 } });
  expect(await post('[]', { 'content-type': 'application/json' })).toMatchObject({
    status: 200,
    body: { accepted: 0 },
  });
});

test('the address gives defaults, a bad one is refused', async () => {
  const stored = await post('{"message":"x"}', {}, '/api/v1/logs?run_id=by-address&jobId=7');
  expect(stored).toMatchObject({ status: 200, body: { runs: [{ runId: 'by-address' }] } });
  for (const query of ['?source=x', '?level=no-level', '?job_id=', '?job_id=7&jobId=8', '?phase=a&phase=b']) {
    const answer = await post('{"message":"x","run_id":"bad"}', {}, `/api/v1/logs${query}`);
    expect(answer, query).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
  }
  expect(await db().run.count({ where: { id: 'bad' } })).toBe(0);
});

test('a token that only reads is refused', async () => {
  const answer = await post('{"message":"x"}', { authorization: `Bearer ${readToken}` });
  expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
});

test.each([
  ['a declared length of 21 MiB', {}],
  ['21 MiB in pieces', { 'transfer-encoding': 'chunked' }],
])('%s is refused early, and the connection serves the next request', async (_name, headers) => {
  await post('{"message":"before","run_id":"large"}');
  const before = sockets;
  const answer = await post(Buffer.alloc(21 * MIB, '{"message":"long"}\n'), headers);
  expect(answer).toMatchObject({ status: 413, body: { code: 'too_large' } });
  expect(await post('{"message":"after","run_id":"large"}')).toMatchObject({ status: 200 });
  expect(sockets).toBe(before);
});

test('a body that ends early stores nothing, and the server lives on', async () => {
  const socket = net.connect(port(), '127.0.0.1');
  const head = `POST /api/v1/logs HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Length: 1000\r\n\r\n`;
  const isClosed = new Promise((resolve) => socket.on('close', resolve));
  socket.on('error', () => {}).on('data', () => {});
  await new Promise(
    (resolve) => server.once('request', resolve) && socket.write(`${head}{"message":"cut","run_id":"cut"}\n`),
  );
  socket.destroy();
  await isClosed;
  expect(await post('{"message":"next","run_id":"after-cut"}')).toMatchObject({ status: 200 });
  expect(await db().run.count({ where: { id: 'cut' } })).toBe(0);
});
