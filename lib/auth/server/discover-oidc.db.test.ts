import http, { type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { isOutgoingUrl } from '@/lib/http/outgoing';
import { discoverOidc } from './discover-oidc';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A provider on this machine; answers its issuer. */
async function openProvider(listener: RequestListener): Promise<string> {
  const opened = http.createServer(listener);
  server = opened;
  await new Promise<void>((resolve) => opened.listen(0, '127.0.0.1', resolve));
  const address = opened.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

const GOOD = {
  issuer: 'https://id.example.net',
  authorization_endpoint: 'https://id.example.net/authorize?tenant=1',
  token_endpoint: 'https://id.example.net/token',
  jwks_uri: 'https://id.example.net/keys',
};

const answering = (document: unknown): RequestListener => {
  return (_request, response) => response.setHeader('content-type', 'application/json').end(JSON.stringify(document));
};

it('reads what a provider says of itself, at the address that the standard names', async () => {
  const paths: (string | undefined)[] = [];
  const issuer = await openProvider((request, response) => {
    paths.push(request.url);
    answering({ ...GOOD, claims_supported: ['sub'] })(request, response);
  });
  expect(await discoverOidc(`${issuer}/`)).toEqual(GOOD);
  expect(paths).toEqual(['/.well-known/openid-configuration']);
});

describe('a provider that cannot be used', () => {
  it.each([
    ...[
      'javascript:alert(1)',
      'data:text/html,x',
      'http://id.example.net/a',
      '//id.example.net/a',
      'ftp://id/a',
      '',
    ].map((address) => ({ ...GOOD, authorization_endpoint: address })),
    { ...GOOD, token_endpoint: 'http://10.0.0.1/token' },
    { ...GOOD, jwks_uri: 'file:///etc/passwd' },
    { ...GOOD, userinfo_endpoint: 'http://169.254.169.254/latest' },
    { ...GOOD, issuer: undefined },
    [],
    'text',
    null,
  ])('says %j', async (document) => {
    await expect(discoverOidc(await openProvider(answering(document)))).rejects.toThrow();
  });

  it('sends a document without end', async () => {
    let sent = 0;
    const issuer = await openProvider((_request, response) => {
      const write = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536))) sent += 65_536;
      };
      response.on('drain', write);
      write();
    });
    await expect(discoverOidc(issuer)).rejects.toThrow('aborted');
    expect(sent).toBeLessThan(64 * 1024 * 1024);
  });

  it('sends a document byte by byte, or none at all', async () => {
    const timers: NodeJS.Timeout[] = [];
    const dripping = await openProvider((_request, response) => {
      timers.push(setInterval(() => response.write(' '), 100));
    });
    await expect(discoverOidc(dripping)).rejects.toThrow('aborted');
    timers.forEach(clearInterval);
  });

  it.each([302, 204, 404, 500])('answers %d', async (status) => {
    const issuer = await openProvider((_request, response) => {
      response.writeHead(status, { location: 'https://elsewhere.example.net/' }).end();
    });
    await expect(discoverOidc(issuer)).rejects.toThrow(`expected 200`);
  });
});

it.each([
  ['https://id.example.net/x', true],
  ['http://localhost:8080/x', true],
  ['http://127.0.0.1/x', true],
  ['http://[::1]:9/x', true],
  ['http://localhost.example.net/x', false],
  ['http://127.0.0.1.example.net/x', false],
  ['http://user@10.0.0.1/x', false],
  ['javascript://localhost/%0aalert(1)', false],
  ['no address', false],
])('%s may be asked: %s', (url, expected) => {
  expect(isOutgoingUrl(url)).toBe(expected);
});
