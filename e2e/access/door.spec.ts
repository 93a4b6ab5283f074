import http from 'node:http';
import { expect, test } from '../fixtures/test';
import { INGEST_TOKEN, READ_TOKEN } from '../../lib/testing/real-server/credentials';
import { signIn } from '../fixtures/sign-in';

type Sent = { method?: string; path: string; headers?: http.OutgoingHttpHeaders; body?: string };
type Answer = { status: number; headers: http.IncomingHttpHeaders; text: string };

const BEARER = { authorization: `Bearer ${INGEST_TOKEN}` };
const READER = { authorization: `Bearer ${READ_TOKEN}` };
const HTML = { accept: 'text/html' };
const base64 = (text: string) => Buffer.from(text).toString('base64');

/** The request as it is given: a browser's client would tidy the path. */
function send(base: string | undefined, { method = 'GET', path, headers = {}, body }: Sent): Promise<Answer> {
  const { hostname, port } = new URL(base ?? '');
  return new Promise((resolve, reject) => {
    const request = http.request({ hostname, port, method, path, headers: { ...headers } });
    request.on('error', reject).on('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response
        .on('error', reject)
        .on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    if (request.getHeader('expect') === undefined) request.end(body);
    else request.on('continue', () => request.end(body));
  });
}

const problemOf = ({ headers, text }: Answer): unknown => {
  expect(headers['content-type']).toBe('application/problem+json');
  return JSON.parse(text);
};

const NOWHERE = [
  '/v1/logs',
  '/loki/api/v1/push',
  '/_bulk',
  '/services/collector/event',
  '/gelf',
  '/upload',
  '/metrics',
  '/ready',
  '/a.txt',
  '/api',
  '/api/v1',
  '/api/v1/log',
  '/api/v1/runs/x/y',
  '/api/auth/callback/none',
  '/api%2Fv1%2Flogs',
  '//api/v1/logs',
  '/api//v1/logs',
  '/api/v1/runs/%E0%A4%A',
  '/api/%zz',
  '/runs/%FF',
  '/_next/none',
];

test('what has no address is answered 404 with a problem, never a redirect or a page', async ({ baseURL }) => {
  for (const path of NOWHERE) {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND']) {
      const answer = await send(baseURL, { method, path, headers: BEARER });
      expect(answer.status, `${method} ${path}`).toBe(404);
      expect(problemOf(answer)).toMatchObject({ status: 404, code: 'not_found' });
    }
    const head = await send(baseURL, { method: 'HEAD', path });
    expect([head.status, head.text], path).toEqual([404, '']);
    const browser = await send(baseURL, { method: 'POST', path, headers: HTML, body: 'x=y' });
    expect(browser.status, path).toBe(404);
  }
});

const ROUTES = [
  ['/api/v1/logs', 'GET', 'POST, OPTIONS'],
  ['/api/v1/logs', 'HEAD', 'POST, OPTIONS'],
  ['/api/v1/logs/', 'PUT', 'POST, OPTIONS'],
  ['/api/v1/runs', 'PUT', 'GET, HEAD, POST, DELETE, OPTIONS'],
  ['/api/v1/runs/x', 'TRACE', 'GET, HEAD, PATCH, DELETE, OPTIONS'],
  ['/api/v1/runs/x/devices/y', 'GET', 'PUT, OPTIONS'],
  ['/api/v1/lines', 'PROPFIND', 'GET, HEAD, OPTIONS'],
  ['/api/health/live', 'POST', 'GET, HEAD, OPTIONS'],
  ['/api/openapi.json', 'POST', 'GET, HEAD, OPTIONS'],
  ['/login', 'POST', 'GET, HEAD, OPTIONS'],
  ['/login/?next=/runs', 'POST', 'GET, HEAD, OPTIONS'],
  ['/runs', 'PUT', 'GET, HEAD, OPTIONS'],
  ['/runs/x', 'DELETE', 'GET, HEAD, OPTIONS'],
  ['/', 'POST', 'GET, HEAD, OPTIONS'],
] as const;

test('a method that an address does not take is answered 405 with those it takes', async ({ baseURL }) => {
  for (const [path, method, allow] of ROUTES) {
    const answer = await send(baseURL, { method, path, headers: { ...BEARER, 'content-type': 'application/json' } });
    expect([answer.status, answer.headers.allow], `${method} ${path}`).toEqual([405, allow]);
    if (method !== 'HEAD') expect(problemOf(answer)).toMatchObject({ status: 405, code: 'method_not_allowed' });
  }
  const options = await send(baseURL, { method: 'OPTIONS', path: '/api/v1/logs' });
  expect([options.status, options.headers.allow]).toEqual([204, 'POST, OPTIONS']);
});

test('only a browser is sent to sign in, and a person who is in stays', async ({ baseURL, page }) => {
  for (const path of ['/', '/runs', '/runs/x', '/metrics']) {
    const browser = await send(baseURL, { path, headers: HTML });
    expect([browser.status, browser.headers.location?.startsWith('/login')], path).toEqual([307, true]);
    expect((await send(baseURL, { path })).status, path).toBe(404);
    expect((await send(baseURL, { path, headers: { ...HTML, ...READER } })).status, path).toBe(404);
    expect((await send(baseURL, { path, headers: { ...HTML, 'x-api-key': READ_TOKEN } })).status, path).toBe(404);
  }
  await signIn(page);
  for (const path of ['/nowhere', '/nowhere/at/all/', '/runs/a/b', '/wp-login.php', '/runs/%FF']) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByText('There is nothing at this address')).toBeVisible();
  }
  expect((await page.goto('/runs/?status=failed'))?.status()).toBe(200);
  await expect(page).toHaveURL(/\/runs\/\?status=failed$/);
});

test('an address is the same with a trailing slash, percent codes or its server in front, and with a query', async ({
  baseURL,
}) => {
  const runId = `door-${Date.now()}`;
  const paths = ['/api/v1/logs', '/api/v1/logs/', '/%61pi/v1/log%73', `${baseURL}/api/v1/logs`];
  for (const [index, path] of paths.entries()) {
    for (const query of ['?job_id=door&component=door', '?']) {
      const body = JSON.stringify({ message: `${index} ${query}`, run_id: runId });
      const answer = await send(baseURL, { method: 'POST', path: path + query, headers: BEARER, body });
      expect(answer.status, path + query).toBe(200);
    }
  }
  const lines = await send(baseURL, { path: `/api/v1/runs/${runId}/lines/?component=door`, headers: READER });
  expect(JSON.parse(lines.text)).toMatchObject({ total: paths.length });
});

test('a token is read from every header that senders have for it', async ({ baseURL }) => {
  const good = [
    { authorization: `Basic ${base64(`gateway:${INGEST_TOKEN}`)}` },
    { authorization: `Basic ${base64(`${INGEST_TOKEN}:`)}` },
    { authorization: `Splunk ${INGEST_TOKEN}` },
    { authorization: `Token ${INGEST_TOKEN}` },
    { authorization: `ApiKey ${INGEST_TOKEN}` },
    { authorization: `ApiKey ${base64(`id:${INGEST_TOKEN}`)}` },
    { 'x-api-key': INGEST_TOKEN },
    { 'dd-api-key': INGEST_TOKEN },
  ];
  const post = { method: 'POST', path: '/api/v1/logs', body: '{"message":"x","job_id":"door"}' };
  for (const headers of good) expect((await send(baseURL, { ...post, headers })).status).toBe(200);
  const read = await send(baseURL, { path: '/api/v1/runs?limit=1', headers: { 'x-api-key': READ_TOKEN } });
  expect(read.status).toBe(200);
  for (const headers of [{ authorization: 'Digest x' }, { 'x-api-key': '' }, { authorization: 'Splunk x' }]) {
    const answer = await send(baseURL, { ...post, headers });
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="netraven"');
    expect(problemOf(answer)).toMatchObject({ status: 401, code: 'unauthenticated' });
  }
  const inAddress = await send(baseURL, { ...post, path: `/api/v1/logs?token=${INGEST_TOKEN}` });
  expect(inAddress.status).toBe(401);
});

test('a batch of which nothing could be stored is 422, the second time, too', async ({ baseURL }) => {
  const batch = {
    method: 'POST',
    path: '/api/v1/logs',
    headers: { ...BEARER, 'idempotency-key': `door-${Date.now()}` },
  };
  for (let time = 0; time < 2; time += 1) {
    const answer = await send(baseURL, { ...batch, body: '[{}, 7]' });
    expect(answer.status).toBe(422);
    expect(answer.headers['content-type']).toBe('application/json');
    expect(JSON.parse(answer.text)).toMatchObject({
      accepted: 0,
      duplicate: 0,
      rejected: [{ index: 0 }, { index: 1 }],
    });
  }
  const some = await send(baseURL, { ...batch, headers: BEARER, body: '[{"message":"x","job_id":"door"}, 7]' });
  expect(some.status).toBe(200);
});

test('unknown parameters are refused by name', async ({ baseURL }) => {
  const answers = [
    await send(baseURL, { method: 'POST', path: '/api/v1/logs?source=x', headers: BEARER, body: '{"message":"x"}' }),
    await send(baseURL, { path: '/api/v1/runs?source=x', headers: READER }),
    await send(baseURL, { path: '/api/v1/runs/x/causes?source=x', headers: READER }),
  ];
  for (const answer of answers) {
    expect(problemOf(answer)).toMatchObject({ status: 400, errors: [{ field: 'source' }] });
  }
});

test('HEAD is answered as GET is, without its body', async ({ baseURL }) => {
  const runId = `head-${Date.now()}`;
  const body = JSON.stringify({ message: 'x', run_id: runId });
  await send(baseURL, { method: 'POST', path: '/api/v1/logs', headers: BEARER, body });
  const below = ['', '/lines', '/tail', '/download', '/download?format=csv', '/minimap', '/patterns', '/timeline'];
  for (const [id, status] of [
    [runId, 200],
    ['no-such-run', 404],
  ] as const) {
    for (const path of below.map((end) => `/api/v1/runs/${id}${end}`)) {
      const answer = await send(baseURL, { method: 'HEAD', path, headers: READER });
      expect([answer.status, answer.text], path).toEqual([status, '']);
    }
  }
  const refused = await send(baseURL, { method: 'HEAD', path: '/api/v1/runs', headers: { authorization: 'Basic x' } });
  expect([refused.status, refused.text]).toEqual([401, '']);
});

test('a body that waits for 100, and one that offers another protocol, are read', async ({ baseURL }) => {
  const body = '{"message":"x","job_id":"door"}';
  const post = { method: 'POST', path: '/api/v1/logs', body };
  const length = { 'content-length': body.length };
  const waiting = await send(baseURL, { ...post, headers: { ...BEARER, ...length, expect: '100-continue' } });
  expect(waiting.status).toBe(200);
  const upgrade = { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAEAAEAAAAIAAAAB' };
  for (const path of ['/api/v1/logs', '/api/v1/logs?job_id=door']) {
    const answer = await send(baseURL, { ...post, path, headers: { ...BEARER, ...upgrade } });
    expect(answer.status).toBe(200);
  }
  expect((await send(baseURL, { path: '/api/health/live', headers: upgrade })).status).toBe(200);
});

test('a refusal is readable before the body is sent whole, also when the connection ends with it', async ({
  baseURL,
}) => {
  const body = 'x'.repeat(8 * 1024 * 1024);
  for (const connection of ['close', 'keep-alive']) {
    for (const [path, headers, status] of [
      ['/v1/logs', BEARER, 404],
      ['/login', {}, 405],
      ['/api/v1/logs', { authorization: 'Bearer nobody' }, 401],
    ] as const) {
      const answer = await send(baseURL, { method: 'POST', path, headers: { ...headers, connection }, body });
      expect([answer.status, problemOf(answer)], path).toMatchObject([status, { status }]);
    }
  }
});
