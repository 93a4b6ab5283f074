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
  '2026-11-22T24:00:00.001Z',
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
      .tuple(fc.constantFrom(3, 6, 4).chain(number), fc.constantFrom('Z', '', 'z', '+00:00'))
      .map(([fraction, zone]) => `${date}${between}${hour}:${minute}:${second}${point}${fraction}${zone}`),
  );
const damaged = fc
  .tuple(fixedForm, fc.nat(31), fc.constantFrom('0', '9', '-', ':', '/', ';', 'T', 'x', ' '))
  .map(([text, at, char]) => text.slice(0, at) + char + text.slice(at + 1));

test('the short way for the fixed form answers what the pattern does, which a blank in front asks for', () => {
  fc.assert(
    fc.property(fc.oneof(fixedForm, damaged), (text) => {
      expect(parseTimestamp(text)).toEqual(parseTimestamp(` ${text}`));
    }),
    { numRuns: 5000 },
  );
});

const RECEIVED = Date.parse('2026-11-27T12:00:00Z');
const at = (iso: string, us = 0) => ({ ms: Date.parse(iso), us });

test.each([
  ['Sun, 22 Nov 2026 02:14:07 +0100', at('2026-11-22T01:14:07Z')],
  ['22 Nov 2026 02:14:07 EST', at('2026-11-22T07:14:07Z')],
  ['Sunday, 22-Nov-26 02:14:07 GMT', at('2026-11-22T02:14:07Z')],
  ['Nov 22 02:14:07', at('2026-11-22T02:14:07Z')],
  ['Nov  2 02:14:07', at('2026-11-02T02:14:07Z')],
  ['*Nov 22 02:14:07.123', at('2026-11-22T02:14:07.123Z')],
  ['.Nov 22 2026 02:14:07.123456 CET', at('2026-11-22T01:14:07.123Z', 456)],
  ['Nov 22 02:14:07.123 UTC', at('2026-11-22T02:14:07.123Z')],
  ['2026 Nov 22 02:14:07.123 UTC', at('2026-11-22T02:14:07.123Z')],
  ['Dec 31 23:59:59', at('2025-12-31T23:59:59Z')],
  ['Feb 29 01:02:03', at('2024-02-29T01:02:03Z')],
  ['Sun Nov 22 02:14:07 2026', at('2026-11-22T02:14:07Z')],
  ['Sun Nov 22 02:14:07 CET 2026', at('2026-11-22T01:14:07Z')],
  ['Sun Nov 22 2026 02:14:07 GMT+0100 (Central European Standard Time)', at('2026-11-22T01:14:07Z')],
  ['Nov 22, 2026 2:14:07 PM', at('2026-11-22T14:14:07Z')],
  ['[22/Nov/2026:02:14:07 +0000]', at('2026-11-22T02:14:07Z')],
  ['22.11.2026 02:14:07', at('2026-11-22T02:14:07Z')],
  ['2026-11-22 02:14:07.12 +0000 UTC m=+0.5', at('2026-11-22T02:14:07.120Z')],
  ['2026-11-22 02:14:07.123456789 +0100 CET', at('2026-11-22T01:14:07.123Z', 456)],
  ['2026-11-22T02:14:07.12+01:00[Europe/Berlin]', at('2026-11-22T01:14:07.120Z')],
  ['2026-11-22T02:14:07[Europe/Berlin]', at('2026-11-22T01:14:07Z')],
  ['2026-07-22 02:14:07 Europe/Berlin', at('2026-07-22T00:14:07Z')],
  ['2026-11-22T02:14:07Z[UTC]', at('2026-11-22T02:14:07Z')],
  ['2026-11-22T02:14:07.120+0100', at('2026-11-22T01:14:07.120Z')],
  ['20261122T021407Z', at('2026-11-22T02:14:07Z')],
  ['2026/11/22 02:14:07', at('2026-11-22T02:14:07Z')],
  ['2026-11-22T24:00:00Z', at('2026-11-23T00:00:00Z')],
  ['2026-11-22 24:00', at('2026-11-23T00:00:00Z')],
  ['2026-11-22T02:14:07.123456789123Z', at('2026-11-22T02:14:07.123Z', 456)],
  ['1122 02:14:07.120456', at('2026-11-22T02:14:07.120Z', 456)],
  ['11-22 02:14:07.120', at('2026-11-22T02:14:07.120Z')],
  ['/Date(1795789014258)/', at('2026-11-27T14:16:54.258Z')],
  ['/Date(1795789014258+0100)/', at('2026-11-27T14:16:54.258Z')],
  ['1.795789014258E9', at('2026-11-27T14:16:54.258Z')],
  ['1795789014258123999', at('2026-11-27T14:16:54.258Z', 123)],
  [{ seconds: '1795789014', nanos: 258_000_000 }, at('2026-11-27T14:16:54.258Z')],
  [{ epochSecond: 1_795_789_014, nanoOfSecond: 258_123_999 }, at('2026-11-27T14:16:54.258Z', 123)],
  [{ $date: '2026-11-27T14:16:54.258Z' }, at('2026-11-27T14:16:54.258Z')],
  [{ text: '1795789014258123999' }, at('2026-11-27T14:16:54.258Z', 123)],
])('%j', (value, expected) => {
  expect(parseTimestamp(value, RECEIVED)).toEqual(expected);
});

test('a December time read in January is of last year, and a clock may be a little ahead', () => {
  expect(parseTimestamp('Dec 31 23:59:59', Date.parse('2027-01-01T00:00:05Z'))).toEqual(at('2026-12-31T23:59:59Z'));
  expect(parseTimestamp('Jan  1 00:00:02', Date.parse('2026-12-31T23:59:58Z'))).toEqual(at('2027-01-01T00:00:02Z'));
});

test.each(
  [
    'Nov 27 13:00:03 NewYork',
    '2026-11-22 02:14:07 IST',
    '2026-11-22T02:14:07[Europe/Atlantis]',
    'Nov 31 02:14:07 2026',
    '0001-01-01T00:00:00Z',
    'yesterday',
    '-1',
    '1e99',
    {},
    [],
    { toString: 1 },
    true,
  ].map((value: unknown) => ({ value })),
)('$value is no time', ({ value }) => {
  expect(parseTimestamp(value, RECEIVED)).toBeNull();
});

test('an instant is the same as text, as number in any unit, and as a text of that number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1e9, max: 4e9 }), fc.integer({ min: 0, max: 999_999_999 }), (seconds, nanos) => {
      const digits = String(nanos).padStart(9, '0');
      const expected = { ms: seconds * 1000 + Math.floor(nanos / 1e6), us: Math.floor(nanos / 1000) % 1000 };
      const iso = `${new Date(seconds * 1000).toISOString().slice(0, 19)}.${digits}Z`;
      const forms = [
        iso,
        `${seconds}.${digits}`,
        `${seconds}${digits}`,
        { seconds, nanos },
        { text: `${seconds}${digits}` },
      ];
      for (const form of forms) expect(parseTimestamp(form)).toEqual(expected);
      const millis = { ms: expected.ms, us: 0 };
      for (const form of [expected.ms, String(expected.ms), Number(`${seconds}.${digits.slice(0, 3)}`)]) {
        expect(parseTimestamp(form)).toEqual(millis);
      }
    }),
  );
});
