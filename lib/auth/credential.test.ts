import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors';
import { findCredential, hasCredential } from './credential';

const read = (headers: Record<string, string>) => (name: string) => headers[name] ?? null;
const authorization = (value: string) => findCredential(read({ authorization: value }));
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('a token', () => {
  it.each([
    'Bearer abc',
    'bearer abc',
    'BEARER   abc',
    ' Bearer abc ',
    'Splunk abc',
    'Token abc',
    'ApiKey abc',
    `ApiKey ${base64('some-id:abc')}`,
    `Basic ${base64('anything:abc')}`,
    `basic ${base64(':abc')}`,
    `Basic ${base64('abc:')}`,
    `Basic ${base64('ab:abc').replaceAll('=', '')}`,
  ])('is read from %j', (value) => {
    expect(authorization(value)).toBe('abc');
  });

  it.each(['x-api-key', 'dd-api-key'])('is read from %s', (name) => {
    expect(findCredential(read({ [name]: ' abc ' }))).toBe('abc');
    expect(hasCredential(read({ [name]: '' }))).toBe(true);
  });

  it('keeps blanks and colons inside and is UTF-8', () => {
    expect(authorization('Bearer two words')).toBe('two words');
    expect(authorization(`Basic ${base64('user:a:b c')}`)).toBe('a:b c');
    expect(authorization(`Basic ${base64('gänse:schloß')}`)).toBe('schloß');
    expect(authorization(`Bearer ${Buffer.from('schlüssel').toString('latin1')}`)).toBe('schlüssel');
  });

  it('of our own form is never taken for an encoded pair', () => {
    const token = 'nrl_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA-bcde_';
    expect(authorization(`ApiKey ${token}`)).toBe(token);
  });

  it('is none where no header is meant to hold one', () => {
    expect(findCredential(read({ cookie: 'a=b' }))).toBeNull();
    expect(hasCredential(read({ cookie: 'a=b' }))).toBe(false);
  });

  it('in Authorization counts before the others', () => {
    expect(findCredential(read({ 'x-api-key': 'other', authorization: 'Bearer abc' }))).toBe('abc');
    expect(() => findCredential(read({ 'x-api-key': 'other', authorization: 'Digest x' }))).toThrow(AppError);
  });
});

it.each([
  '',
  'Bearer',
  'Bearer ',
  'abc',
  'Bearerabc',
  'Bearer a\nb',
  'nrl_short abc',
  'Basic !!!!',
  `Basic ${base64('no colon, abc')}`,
  `Basic ${base64(':')}`,
  'Digest username="abc"',
  'Negotiate YWJjOmFiYw==',
  'AWS4-HMAC-SHA256 Credential=abc',
])('%j is refused as unauthenticated, with the forms that are taken, without quoting it', (value) => {
  const parse = () => authorization(value);
  expect(parse).toThrow(expect.objectContaining({ code: 'unauthenticated' }));
  expect(parse).toThrow(/Authorization: Bearer TOKEN .*Basic.*Splunk.*ApiKey.*X-API-Key.*DD-API-KEY/);
  expect(parse).not.toThrow(/nrl_short|YWJj|abc/);
});
