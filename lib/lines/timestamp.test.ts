import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTimestamp } from './timestamp';

test.each([
  ['2026-11-22T02:14:07.120Z', '2026-11-22T02:14:07.120Z', 0],
  ['2026-11-22 02:14:07,120', '2026-11-22T02:14:07.120Z', 0],
  ['2026-11-22T02:14:07.120456Z', '2026-11-22T02:14:07.120Z', 456],
  ['2026-11-22T02:14:07.120456', '2026-11-22T02:14:07.120Z', 456],
  ['2026-11-22T04:14:07.120+02:00', '2026-11-22T02:14:07.120Z', 0],
  ['2016-12-31T23:59:60.500Z', '2017-01-01T00:00:00.500Z', 0],
  ['1900-01-01T00:00:00.000Z', '1900-01-01T00:00:00.000Z', 0],
  ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z', 0],
])('%s', (text, iso, us) => {
  expect(parseTimestamp(text)).toEqual({ ms: Date.parse(iso), us });
});

test.each([
  '2026-02-29T02:14:07.120Z',
  '2026-13-01T02:14:07.120Z',
  '2026-11-22T24:14:07.120Z',
  '2026-11-22T02:60:07.120Z',
  '2026-11-22T02:14:61.120Z',
  '2026-11-22T02:14:0x.120Z',
  '2026-11-22T02:14:07.12xZ',
  '2026-11-22T02:14:07.120Zx',
  '1899-12-31T23:59:59.999Z',
  '1234567890T02:14:07.120Z',
])('%s is no time', (text) => {
  expect(parseTimestamp(text)).toBeNull();
});

const number = (length: number) =>
  fc.integer({ min: 0, max: 10 ** length - 1 }).map((value) => String(value).padStart(length, '0'));
const day = fc.constantFrom('2026-11-22', '2026-11-23', '2026-02-30', '1899-12-31', '9999-12-31', '1234567890');
const fixedForm = fc
  .tuple(day, fc.constantFrom('T', ' ', 't'), number(2), number(2), number(2), fc.constantFrom('.', ','))
  .chain(([date, between, hour, minute, second, point]) =>
    fc
      .tuple(fc.constantFrom(3, 6, 4).chain(number), fc.constantFrom('Z', '', 'z'))
      .map(([fraction, zone]) => `${date}${between}${hour}:${minute}:${second}${point}${fraction}${zone}`),
  );
const damaged = fc
  .tuple(fixedForm, fc.nat(26), fc.constantFrom('0', '9', '-', ':', '/', ';', 'T', 'x', ' '))
  .map(([text, at, char]) => text.slice(0, at) + char + text.slice(at + 1));

test('the short way for the fixed form answers what the pattern does, which a blank in front asks for', () => {
  fc.assert(
    fc.property(fc.oneof(fixedForm, damaged), (text) => {
      expect(parseTimestamp(text)).toEqual(parseTimestamp(` ${text}`));
    }),
    { numRuns: 5000 },
  );
});
