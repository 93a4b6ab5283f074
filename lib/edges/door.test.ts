import { describe, expect, it } from 'vitest';
import { decideAtDoor } from './door';

const HTML = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const SESSION = { cookie: 'theme=dark; next-auth.session-token=x' };
const TOKEN = { authorization: 'Bearer x' };

const decide = (method: string, target: string, headers: Record<string, string> = {}) =>
  decideAtDoor({ method, target, readHeader: (name) => headers[name] ?? null });
const codeOf = (...request: Parameters<typeof decide>) => {
  const decision = decide(...request);
  return decision.kind === 'refuse' ? decision.error.code : decision.kind;
};

describe('an address that is none', () => {
  it.each([
    '/v1/logs',
    '/loki/api/v1/push',
    '/_bulk',
    '/gelf',
    '/upload',
    '/metrics',
    '/ready',
    '/runs/a/b',
    '/x.html',
  ])('%s is not found, whatever the method, for all but browsers', (path) => {
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND']) {
      expect(codeOf(method, path), method).toBe('not_found');
      expect(codeOf(method, path, { ...HTML, ...TOKEN }), method).toBe('not_found');
    }
    expect(codeOf('POST', path, { ...HTML, ...SESSION })).toBe('not_found');
    expect(codeOf('GET', path, { accept: '*/*', ...SESSION })).toBe('not_found');
  });

  it.each(['/api', '/api/', '/api/v1', '/api/v2/logs', '/api/v1/logs/x', '/api/auth/none', '/api/v1/runs/a/b/c.html'])(
    '%s below /api is not found for browsers, too',
    (path) => {
      expect(codeOf('GET', path, { ...HTML, ...SESSION })).toBe('not_found');
    },
  );

  it.each(['//', '//api/v1/logs', '/runs/..', '/runs/%E0%A4%A', '/%zz', '*', ''])('%j is not found', (target) => {
    expect(codeOf('POST', target, TOKEN)).toBe('not_found');
    expect(codeOf('GET', target)).toBe('not_found');
    expect(codeOf('GET', target, HTML)).toBe('no-page');
  });

  it('sends a browser without a session to sign in, and back', () => {
    expect(decide('GET', '/metrics?a=b', HTML)).toEqual({
      kind: 'sign-in',
      location: '/login?next=%2Fmetrics%3Fa%3Db',
    });
    expect(codeOf('HEAD', '/metrics', HTML)).toBe('sign-in');
    expect(codeOf('GET', '/metrics', { ...HTML, ...SESSION })).toBe('no-page');
    expect(codeOf('GET', '/wp-login.php', HTML)).toBe('no-page');
    expect(codeOf('GET', '/_next/data/x', HTML)).toBe('no-page');
  });
});

describe('a route of the API', () => {
  it.each([
    ['POST', '/api/v1/logs'],
    ['POST', '/api/v1/logs/'],
    ['POST', '/%61pi/v1/logs'],
    ['POST', 'http://logs.example.net/api/v1/logs'],
    ['HEAD', '/api/v1/runs'],
    ['GET', '/api/v1/runs/a%2Fb'],
    ['GET', '/api/health/live'],
  ])('%s %s goes on to it', (method, target) => {
    expect(codeOf(method, target, TOKEN)).toBe('pass');
    expect(codeOf(method, target)).toBe('pass');
  });

  it('is spelled as Next does, its parameters as they were sent', () => {
    expect(decide('POST', '/%61pi/v1/logs/?a=%7e')).toEqual({ kind: 'pass', path: '/api/v1/logs', search: '?a=%7e' });
    expect(decide('GET', '/api/v1/runs/a%2fb/line%73/')).toMatchObject({ path: '/api/v1/runs/a%2fb/lines' });
  });

  it.each(['GET', 'HEAD', 'PUT', 'TRACE', 'PROPFIND'])('refuses %s with what it takes', (method) => {
    expect(decide(method, '/api/v1/logs')).toMatchObject({
      kind: 'refuse',
      error: { code: 'method_not_allowed', allow: ['POST', 'OPTIONS'] },
    });
  });

  it('tells what it takes', () => {
    expect(decide('OPTIONS', '/api/v1/runs')).toEqual({
      kind: 'options',
      allow: ['GET', 'HEAD', 'POST', 'DELETE', 'OPTIONS'],
    });
  });
});

describe('a page', () => {
  it.each(['/', '/runs', '/runs/x', '/runs/x/compare', '/runs/'])('%s is for people with a session', (path) => {
    expect(codeOf('GET', path, { ...HTML, ...SESSION })).toBe('pass');
    expect(codeOf('GET', path, { rsc: '1', ...SESSION })).toBe('pass');
    expect(codeOf('GET', path, HTML)).toBe('sign-in');
    expect(codeOf('GET', path, { accept: '*/*' })).toBe('not_found');
    expect(codeOf('GET', path, { ...HTML, ...TOKEN })).toBe('not_found');
    expect(codeOf('GET', path, { ...HTML, ...SESSION, 'x-api-key': 'x' })).toBe('not_found');
  });

  it('for signing in needs no session', () => {
    expect(codeOf('GET', '/login?next=%2Fruns', HTML)).toBe('pass');
    expect(codeOf('GET', '/login')).toBe('not_found');
  });

  it('takes what Next’s router fetches for it, without a mark in the way back', () => {
    expect(decide('GET', '/runs?a=b&_rsc=1x', HTML)).toMatchObject({ location: '/login?next=%2Fruns%3Fa%3Db' });
    expect(decide('GET', '/runs?_rsc=1x', HTML)).toMatchObject({ location: '/login?next=%2Fruns' });
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE'])('refuses %s', (method) => {
    for (const path of ['/', '/login', '/login/', '/runs', '/runs/x', '/runs/x/compare', '/icon.svg']) {
      expect(decide(method, path, { ...HTML, ...SESSION }), path).toMatchObject({
        error: { code: 'method_not_allowed', allow: ['GET', 'HEAD', 'OPTIONS'] },
      });
      expect(codeOf(method, path, TOKEN), path).toBe('method_not_allowed');
    }
  });

  it('takes its own server actions', () => {
    expect(codeOf('POST', '/runs', { 'next-action': 'x' })).toBe('pass');
    expect(codeOf('POST', '/runs', { ...SESSION, 'content-type': 'multipart/form-data; boundary=x' })).toBe('pass');
    expect(codeOf('POST', '/runs', { ...TOKEN, 'next-action': 'x' })).toBe('method_not_allowed');
    expect(codeOf('POST', '/runs', { 'content-type': 'multipart/form-data; boundary=x' })).toBe('method_not_allowed');
    expect(codeOf('POST', '/login', { 'next-action': 'x' })).toBe('method_not_allowed');
  });
});

it.each(['/icon.svg?v=1', '/manifest.webmanifest', '/robots.txt', '/_next/static/chunks/a.js'])(
  '%s is a file for everybody',
  (target) => {
    expect(codeOf('GET', target)).toBe('pass');
  },
);
