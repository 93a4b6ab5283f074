import { expect, it } from 'vitest';
import { timeBound } from '@/lib/store/query/line-filter';
import { runFilterSchema } from '@/lib/runs/schema';
import { findNewestLinesQuery } from '@/lib/reading/explore/schema';
import { timeParameter } from './schema';

it.each([
  ['1795737600', '2026-11-27T00:00:00.000Z'],
  ['1795737600000', '2026-11-27T00:00:00.000Z'],
  ['1795737600123', '2026-11-27T00:00:00.123Z'],
  ['1795737600.123456', '2026-11-27T00:00:00.123456Z'],
  ['1795737600.5', '2026-11-27T00:00:00.500Z'],
  ['100000000', '1973-03-03T09:46:40.000Z'],
  ['100000000000', '1973-03-03T09:46:40.000Z'],
  ['2026-11-27T00:00:00Z', '2026-11-27T00:00:00Z'],
  ['2026-11-27T01:00:00.5+01:00', '2026-11-27T01:00:00.5+01:00'],
  ['2026-11-27T01:00:00 01:00', '2026-11-27T01:00:00+01:00'],
])('%s is a time', (text, iso) => {
  expect(timeParameter.parse(text)).toBe(iso);
  expect(timeBound.parse(text)).toBe(iso);
});

it.each(['', '0', '2026', '20261127', 'now', '-1795737600', '1e12', '17957376000000000', '2026-11-27', 'NaN'])(
  '%j is none, and says what one is',
  (text) => {
    const told = timeBound.safeParse(text).error?.issues[0]?.message;
    expect(told).toBe('expected ISO 8601 with zone, or seconds or milliseconds since 1970');
  },
);

it('bounds runs and lines, and ends after it begins', () => {
  const range = { from: '1795737600000', to: '1795741200' };
  const iso = { from: '2026-11-27T00:00:00.000Z', to: '2026-11-27T01:00:00.000Z' };
  expect(runFilterSchema.parse(range)).toMatchObject(iso);
  expect(findNewestLinesQuery.parse(range)).toMatchObject(iso);
  expect(findNewestLinesQuery.safeParse({ from: range.to, to: range.from }).success).toBe(false);
});
