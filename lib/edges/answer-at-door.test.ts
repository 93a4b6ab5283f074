import http from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PATH_HEADER } from '@/lib/auth/path-header';
import { answerAtDoor } from './answer-at-door';

const tell = (response: http.ServerResponse, told: unknown) => response.end(JSON.stringify(told));
const DIRECT = new Map([
  [
    'POST /api/v1/logs',
    async ({ url }: http.IncomingMessage, response: http.ServerResponse) => void tell(response, { direct: url }),
  ],
]);
const server = http.createServer((message, response) => {
  if (answerAtDoor(message, response, DIRECT)) return;
  tell(response, { next: message.url, header: message.headers[PATH_HEADER] });
});
let base = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const ask = async (method: string, path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(base + path, { method, headers, redirect: 'manual' });
  return { status: response.status, body: (await response.json()) as unknown };
};

it.each([
  ['/api/v1/logs', { authorization: 'Bearer x' }],
  ['/api/v1/logs?job_id=7', { authorization: 'Basic x' }],
  ['/api/v1/logs/?run_id=a', { 'x-api-key': 'x' }],
  ['/api/v1/log%73', { 'dd-api-key': 'x' }],
])('lines to %s with a credential pass Next by', async (path, headers) => {
  expect(await ask('POST', path, headers)).toEqual({ status: 200, body: { direct: path } });
});

it('other routes go to Next, with Next’s spelling of the path and a header that names it', async () => {
  expect(await ask('POST', '/api/v1/logs')).toMatchObject({ body: { next: '/api/v1/logs' } });
  expect(await ask('GET', '/%61pi/v1/runs/?limit=1', { authorization: 'Bearer x' })).toMatchObject({
    body: { next: '/api/v1/runs?limit=1', header: '/api/v1/runs?limit=1' },
  });
  const person = { accept: 'text/html', cookie: 'next-auth.session-token=x', [PATH_HEADER]: '/forged' };
  expect(await ask('GET', '/runs?a=b&_rsc=1', person)).toMatchObject({
    body: { next: '/runs?a=b&_rsc=1', header: '/runs?a=b' },
  });
  expect(await ask('GET', '/runs/%FF', person)).toMatchObject({ body: { next: '/no-such-page' } });
});

it('an address without a route is refused here', async () => {
  expect(await ask('POST', '/v1/logs', { authorization: 'Bearer x' })).toMatchObject({ body: { code: 'not_found' } });
  expect(await ask('GET', '/api/v1/logs')).toMatchObject({ status: 405, body: { code: 'method_not_allowed' } });
});
