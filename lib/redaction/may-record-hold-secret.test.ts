import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayRecordHoldSecret } from './may-record-hold-secret';
import { redactText } from './redact-text';
import { redactValue } from './redact-value';
import { secretNameRule } from './secret-name';
import { expandTemplate } from './testing/expand-template';
import { NETWORK_NEAR_MISSES } from './testing/near-misses-network';
import { TEXT_NEAR_MISSES } from './testing/near-misses-text';
import { CISCO_TEMPLATES } from './testing/secret-templates-cisco';
import { TEXT_TEMPLATES } from './testing/secret-templates-text';
import { VENDOR_TEMPLATES } from './testing/secret-templates-vendors';

const TEXTS = [
  ...[...CISCO_TEMPLATES, ...VENDOR_TEMPLATES, ...TEXT_TEMPLATES].flatMap((template) => expandTemplate(template)),
].map(({ text }) => text);
const NEAR_MISSES = [...NETWORK_NEAR_MISSES, ...TEXT_NEAR_MISSES];

const part = fc.constantFrom(
  ...['pass', 'word', 'wd', 'phrase', 'Phrase', 'code', 'secret', 'PSK', 'phash', 'pre', 'shared', 'Shared', 'key'],
  ...['Key', 'keys', 'string', 'authorization', 'auth', 'set', 'Cookie', 's', 'pw', 'pwd', 'token', 'Token', 'creds'],
  ...['communit', 'y', 'ies', 'sig', 'x', 'amz', 'nature', 'md5', 'wpa2', 'aes', 'hash', 'enc', 'b64', '2', '17'],
  ...['name', 'value', 'db', 'host', 'user', 'hello', 'toKen', '\u212a', 'ey', 'İ', 'ſ'],
);
const name = fc
  .array(fc.tuple(part, fc.constantFrom('', '', '_', '-', '.', ' ')), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.flat().join(''));
const text = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.constantFrom(...NEAR_MISSES),
  fc.constantFrom(...TEXTS).map((whole) => whole.slice(0, 30)),
  fc.constantFrom(...NEAR_MISSES).map((whole) => whole.slice(0, 30)),
  fc.string({ unit: 'binary' }),
  name,
);
const { value: record } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.integer(),
    fc.constantFrom(null, true),
    fc.array(tie('value'), { maxLength: 2 }),
    fc.dictionary(fc.oneof(name, fc.string()), tie('value'), { maxKeys: 2 }),
    fc.record({ name, value: text }),
  ),
}));

test('a record that may hold none is the same object after redaction, and all its texts are the same', () => {
  let skipped = 0;
  fc.assert(
    fc.property(record, (value) => {
      const json = JSON.stringify(value);
      if (mayRecordHoldSecret(json)) return;
      skipped += 1;
      const parsed: unknown = JSON.parse(json);
      expect(redactValue(parsed)).toBe(parsed);
      for (const [, inside = ''] of json.matchAll(/"([^"]*)"/g)) expect(redactText(inside)).toBe(inside);
    }),
    { numRuns: 5000 },
  );
  expect(skipped).toBeGreaterThan(500);
});

test('every name of a secret is seen, whatever its form', () => {
  fc.assert(
    fc.property(name, (key) => {
      fc.pre(secretNameRule(key) !== null);
      expect(mayRecordHoldSecret(JSON.stringify({ [key]: 1 }))).toBe(true);
      expect(mayRecordHoldSecret(JSON.stringify({ name: key, value: 1 }))).toBe(true);
    }),
    { numRuns: 10_000 },
  );
});

test('what could hide a cue, or is cut off for its depth, is not skipped', () => {
  expect(mayRecordHoldSecret('{"m":"p\\u0061ssword: x"}')).toBe(true);
  expect(mayRecordHoldSecret('{"m":"pass\u009b31mword x"}')).toBe(true);
  expect(mayRecordHoldSecret(`${'['.repeat(41)}1${']'.repeat(41)}`)).toBe(true);
  expect(mayRecordHoldSecret(`${'{"a":['.repeat(21)}1${']}'.repeat(21)}`)).toBe(true);
});

test('an ordinary record is skipped', () => {
  const ordinary = {
    timestamp: '2026-11-23T02:14:07.120Z',
    level: 'INFO',
    message: 'Connected to fra-sw-12 (10.4.7.12) port 22 in 247 ms, negotiated ssh2 channel',
    job_id: 42,
    component: 'gateway',
    device: 'fra-sw-12',
    additional_fields: { duration_ms: 247, attempt: 1, tags: ['nightly', 'site-fra'], signal: null },
  };
  expect(mayRecordHoldSecret(JSON.stringify(ordinary))).toBe(false);
});
