import { expect, test } from 'vitest';
import { isAddressable, runAddresses } from './run-address';

const UUID = expect.stringMatching(/^[\da-f]{8}-/) as string;

test.each([
  ['123', '42', ['123', '123~42', UUID]],
  ['..', '42', ['..~42', UUID]],
  ['.', '42', ['.~42', UUID]],
  ['a/b', 'x', ['a/b', 'a/b~x', UUID]],
  ['line\nend', 'x', [UUID]],
  ['x'.repeat(200), 'x', ['x'.repeat(200), UUID]],
  [null, '42', [UUID]],
])('%j of job %j is found under %j', (senderRunId, jobId, expected) => {
  expect(runAddresses(senderRunId, jobId)).toEqual(expected);
});

test.each(['...', ' x ', '%', 'a%2Fb', 'a?b#c', '/', '名前', '💥', 'system:2026-11-27'])('%j has an address', (id) => {
  expect(isAddressable(id)).toBe(true);
});

test.each(['.', '..', '', '   ', 'a\u0000', 'a\tb', 'a\u0085b'])('%j has none', (id) => {
  expect(isAddressable(id)).toBe(false);
});
