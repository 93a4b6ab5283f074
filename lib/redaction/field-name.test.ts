import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFieldName } from './field-name';
import { mayNameOthers } from './grammar/paired-fields';
import { secretField } from './grammar/secret-field';
import { redactText } from './redact-text';

const name = fc.oneof(
  fc.constantFrom(
    'password',
    'Prompt',
    'api-key',
    'duration_ms',
    'token=abcdefghij0123456789',
    'user:hunter2X@host',
    '__proto__',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ minLength: 90, maxLength: 120 }),
);

test('what is remembered of a name is what looking at it says, however often and after whatever other names', () => {
  fc.assert(
    fc.property(fc.array(name, { maxLength: 30 }), (names) => {
      for (const one of [...names, ...names]) {
        const { name: read, clean, field, mayNameOthers: isOne } = readFieldName(one);
        expect([read, field, isOne]).toEqual([one, secretField(one), mayNameOthers(one)]);
        if (!one.includes('@')) expect(clean).toBe(redactText(one));
      }
    }),
  );
  expect(readFieldName('user:hunter2X@host').clean).toBe('user:[REDACTED:url-credentials]@host');
});
