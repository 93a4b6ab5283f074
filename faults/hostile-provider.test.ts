import http, { type RequestListener, type Server } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { ServerProcess } from '@/lib/testing/real-server/server-process';
import { sendSignInForm } from '@/lib/testing/real-server/sign-in';

const MIB = 1024 * 1024;
const GROWTH_LIMIT_MIB = 100;

let provider: Server;
let answer: RequestListener;
let issuer: string;
let server: ServerProcess;
beforeAll(async () => {
  provider = http.createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  const address = provider.address();
  issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  server = await ServerProcess.create({
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: 'netraven',
    OIDC_CLIENT_SECRET: 'faults',
  });
  server.env.NEXTAUTH_URL = server.url;
  await server.start();
});
afterAll(async () => {
  await server.remove();
  provider.close();
});
beforeEach(() => provider.closeAllConnections());
afterEach(() => provider.closeAllConnections());

/** What the button of the sign-in page does; answers where the browser is sent. */
async function click(): Promise<string> {
  const { headers } = await sendSignInForm(server.url, 'signin/oidc');
  return headers.location ?? '';
}

const saying =
  (changes: Record<string, string>): RequestListener =>
  (_request, response) => {
    const endpoints = {
      issuer,
      authorization_endpoint: `${issuer}/authorize?tenant=7`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
    };
    response.end(JSON.stringify({ ...endpoints, ...changes }));
  };

test('a provider that says where it is gets the browser', async () => {
  answer = saying({});
  const location = new URL(await click());
  expect(location.origin + location.pathname).toBe(`${issuer}/authorize`);
  expect(Object.fromEntries(location.searchParams)).toMatchObject({
    ...{ tenant: '7', client_id: 'netraven', response_type: 'code', scope: 'openid email profile' },
    ...{ redirect_uri: `${server.url}/api/auth/callback/oidc`, code_challenge_method: 'S256' },
  });
});

test('one that names a script as its address does not', async () => {
  answer = saying({ authorization_endpoint: 'javascript:alert(document.domain)//' });
  expect(await click()).toMatch(/error=OAuthSignin/);
});

test('one whose document never ends costs neither the server nor its memory', async () => {
  answer = (_request, response) => {
    const write = () => {
      while (!response.destroyed && response.write('{"a":'.repeat(20_000)));
    };
    response.on('drain', write);
    write();
  };
  const before = server.residentBytes();
  const locations = await Promise.all(Array.from({ length: 10 }, click));
  const grownMib = Math.round((server.residentBytes() - before) / MIB);
  console.log(JSON.stringify({ fault: 'a provider without end', clicks: locations.length, grownMib }));
  for (const location of locations) expect(location).toMatch(/error=OAuthSignin/);
  expect(await server.isReady()).toBe(true);
  expect(grownMib).toBeLessThan(GROWTH_LIMIT_MIB);
});
