import fc from 'fast-check';
import { expect, test } from 'vitest';
import { marker } from './grammar/marker';
import { redactText } from './redact-text';
import { redactValue } from './redact-value';

/** Eight to thirty printable characters, led by a part that no sentence holds: quotes, backslashes and brackets included. */
const password = fc
  .tuple(fc.constantFrom('zQ9', 'kX4#', '7vB'), fc.string({ unit: 'grapheme-ascii', minLength: 5, maxLength: 26 }))
  .map(([start, rest]) => start + rest);
/** Leaks of the past: an escape that reads like a line end, and a value that reads like a call. */
const once: string[] = ['zQ9(\\n>b0ab', 'kX4#a\\n<$]b', '7vB9z0a2('];
const word = password.map((text) => text.replace(/[\s"'`\\<>,;&)\]}]/g, 'w'));
const python = (text: string): string => `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;

test('in JSON, and in JSON within JSON', () => {
  fc.assert(
    fc.property(fc.oneof(password, fc.constantFrom(...once)), fc.integer({ min: 0, max: 2 }), (secret, depth) => {
      let text = JSON.stringify({ user: 'netops', password: secret, port: 22 });
      let clean = JSON.stringify({ user: 'netops', password: marker('password'), port: 22 });
      for (let level = 0; level < depth; level += 1) {
        text = JSON.stringify({ message: text });
        clean = JSON.stringify({ message: clean });
      }
      expect(redactText(text)).toBe(clean);
    }),
  );
});

test('as a value, whatever it is', () => {
  fc.assert(
    fc.property(password, (secret) => {
      expect(redactValue({ deep: [{ enable_secret: secret }] })).toEqual({
        deep: [{ enable_secret: marker('secret') }],
      });
    }),
  );
});

test("in Python's notation", () => {
  fc.assert(
    fc.property(fc.oneof(password, fc.constantFrom(...once)), (secret) => {
      const call = (value: string): string => `ConnectHandler(host='fra-sw-12', password=${value}, port=22)`;
      expect(redactText(call(python(secret)))).toBe(call(`'${marker('password')}'`));
    }),
  );
});

test.each([
  ['a setting', 'user=netops password=', ' host=fra-sw-12'],
  ['a query', 'GET /api?password=', '&page=2'],
  ['a command', 'username netops secret 0 ', ' privilege 15'],
  ['a line of its own', 'snmp-server community ', ' RO'],
  ['a key', 'tacacs-server host 10.20.30.40 key 0 ', ''],
  ['an address', 'clone of https://netops:', '@git.example.net/configs.git failed'],
])('as %s', (_name, before, after) => {
  fc.assert(
    fc.property(fc.oneof(word, fc.constantFrom('zQ9wwww(')), (secret) => {
      fc.pre(!secret.includes('/') && !secret.includes('://'));
      const clean = redactText(before + secret + after);
      expect(clean.startsWith(`${before}[REDACTED:`)).toBe(true);
      expect(clean.endsWith(`]${after}`)).toBe(true);
    }),
  );
});
