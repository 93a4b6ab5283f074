import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loginPath, safeNext } from './safe-next';

const HOSTILE = [
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https://evil.example/',
  'https:evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r\nLocation: //evil.example',
  '/./\\evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/%5c/../..//evil.example',
  ' //evil.example',
  '@evil.example',
  '/login?next=/login',
  '/api/auth/signout',
  '',
  'runs',
];

describe('safeNext', () => {
  it.each(HOSTILE)('sends %j home', (next) => {
    expect(safeNext(next)).toBe('/');
  });

  it.each([undefined, null, 7, ['/runs'], `/${'a'.repeat(2001)}`])('sends %j home', (next) => {
    expect(safeNext(next)).toBe('/');
  });

  it.each(['/', '/runs', '/runs/abc.def?level=ERROR&q=a%20b#line', '/runs/%2F%2Fx', '/runs?next=//evil.example'])(
    'keeps %j',
    (next) => {
      expect(safeNext(next)).toBe(next);
    },
  );

  it('never leaves the site, whatever the text', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '//',
      '.',
      '..',
      ':',
      '@',
      '?',
      '#',
      '\t',
      '%2f',
      'https:',
      'evil.example',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (next) => {
        const url = new URL(safeNext(next), 'https://logs.example.net/login');
        expect(url.origin).toBe('https://logs.example.net');
      }),
      { numRuns: 2000 },
    );
  });
});

describe('loginPath', () => {
  it('carries the way back, and nothing for home', () => {
    expect(loginPath('/runs/7?level=ERROR')).toBe('/login?next=%2Fruns%2F7%3Flevel%3DERROR');
    expect(loginPath('/')).toBe('/login');
    expect(loginPath('//evil.example')).toBe('/login');
  });
});
