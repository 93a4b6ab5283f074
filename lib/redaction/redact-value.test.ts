import { expect, test } from 'vitest';
import { redactValue } from './redact-value';

const SECRET = 'Tr0ub4dor-and-3';

test.each([
  'password',
  'enable_secret',
  'snmp_community',
  'api_key',
  'apiKey',
  'Authorization',
  'private_key',
  'token',
  'db_password',
])('the value under %s is gone', (key) => {
  expect(JSON.stringify(redactValue({ a: [{ [key]: SECRET }], n: 1 }))).not.toContain(SECRET);
  expect(JSON.stringify(redactValue({ text: JSON.stringify({ [key]: SECRET }) }))).not.toContain(SECRET);
});

test('what names no secret stays, and stays the same object', () => {
  const value = {
    credential_id: 42,
    token_count: 7,
    password_changed_at: '2026-01-02',
    host: 'fra-sw-12',
    deep: [{ ok: true, none: null }],
  };
  expect(redactValue(value)).toBe(value);
});

test('the input is not changed', () => {
  const value = { deep: { password: SECRET } };
  redactValue(value);
  expect(value.deep.password).toBe(SECRET);
});

test('names and harmless values around a secret keep their order, with a name that is one too', () => {
  const record = JSON.parse(
    '{"host":"a","__proto__":1,"password":"hunter2","n":null,"password=hunter2":2,"last":[{"x":1,"token":"abcdefgh1"}]}',
  ) as unknown;
  expect(JSON.stringify(redactValue(record))).toBe(
    '{"host":"a","__proto__":1,"password":"[REDACTED:password]","n":null,"password=[REDACTED:password]":2,' +
      '"last":[{"x":1,"token":"[REDACTED:token]"}]}',
  );
});
