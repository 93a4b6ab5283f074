import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JsonFault } from './json-fault';
import { readJson } from './read-json';

/** Parts whose borders are told wrongly most easily, repeated until escapes cross all borders of what is looked at in one go. */
const part = fc.oneof(
  fc.constantFrom('\\', '"', '\\"', '\n', '\t', '\u0000', 'é', '😀', '\ud83d', 'x'.repeat(255), 'u0041'),
  fc.string({ unit: 'binary', maxLength: 5 }),
);
const longText = fc
  .tuple(fc.array(part, { minLength: 1, maxLength: 6 }), fc.nat(4000), fc.nat(7))
  .map(([parts, length, start]) => 'x'.repeat(start) + parts.join('').repeat(1 + length));

test('a text of any length is what JSON.parse says, and ends at its own quote', () => {
  fc.assert(
    fc.property(longText, (text) => {
      const json = JSON.stringify(text);
      const { value, end } = readJson(`${json}, "\\"`, 0);
      expect(value === text).toBe(true);
      expect(end).toBe(json.length);
    }),
    { numRuns: 60 },
  );
});

test('control characters in a text stay as they are, escapes beside them are resolved', () => {
  const text = '\t\u0001\u001f\u0000a'.repeat(50_000);
  expect(readJson(`["${text}\\n\\u00e9${text}"]`, 0).value).toEqual([`${text}\né${text}`]);
});

test.each([
  ['a line end', `"${'\\n'.repeat(5000)}${'x'.repeat(900)}\nabc"`, 10_901],
  ['the end of all', `"${'x'.repeat(900)}`, 901],
  ['the end behind a backslash', `"${'x'.repeat(900)}\\`, 902],
  ['a bad escape', `"${'\\n'.repeat(50_000)}\\q${'x'.repeat(900)}"`, 100_001],
])('a long text with %s in it is a fault there', (_name, json, at) => {
  const read = (): unknown => {
    try {
      return readJson(json, 0);
    } catch (error) {
      return error;
    }
  };
  const fault = read();
  expect(fault).toBeInstanceOf(JsonFault);
  expect(fault).toMatchObject({ at });
});
