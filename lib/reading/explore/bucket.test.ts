import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '@/lib/format/time-units';
import { bucketCount, bucketStarts, countedRange, defaultBucketSeconds, splitRange } from './bucket';

const at = (text: string) => Date.parse(text);
const range = fc
  .tuple(fc.integer({ min: -1_000_000, max: 40_000_000 }), fc.integer({ min: 1, max: 3_000_000 }))
  .map(([from, minutes]) => ({ fromMs: from * 60_000, toMs: (from + minutes) * 60_000 }));

describe('the range that is counted', () => {
  const now = at('2026-11-24T10:20:30Z');
  test.each([
    [
      'whole minutes around what was asked',
      { from: '2026-11-24T10:00:30Z', to: '2026-11-24T11:00:01Z' },
      '2026-11-24T10:00Z',
      '2026-11-24T11:01Z',
    ],
    [
      'whole minutes as they are',
      { from: '2026-11-24T10:00:00Z', to: '2026-11-24T11:00:00Z' },
      '2026-11-24T10:00Z',
      '2026-11-24T11:00Z',
    ],
    ['the last day', {}, '2026-11-23T10:20Z', '2026-11-24T10:21Z'],
    ['the day before to', { to: '2026-11-20T00:00:00+01:00' }, '2026-11-18T23:00Z', '2026-11-19T23:00Z'],
    ['until now', { from: '2026-11-01T00:00:00Z' }, '2026-11-01T00:00Z', '2026-11-24T10:21Z'],
    ['a minute of the future', { from: '2027-01-01T00:00:00Z' }, '2027-01-01T00:00Z', '2027-01-01T00:01Z'],
    [
      'not beyond four digits',
      { from: '9999-12-31T00:00:00Z', to: '9999-12-31T23:59:59Z' },
      '9999-12-31T00:00Z',
      '9999-12-31T23:59Z',
    ],
  ])('%s', (_name, asked, from, to) => {
    expect(countedRange(asked, now)).toEqual({ fromMs: at(from), toMs: at(to) });
  });
});

describe('buckets', () => {
  test('cover the range without a hole and none lies outside', () => {
    fc.assert(
      fc.property(range, fc.constantFrom(60, 300, 3600, 21_600, 604_800), ({ fromMs, toMs }, seconds) => {
        fc.pre(bucketCount({ fromMs, toMs }, seconds) < 5000);
        const starts = bucketStarts({ fromMs, toMs }, seconds);
        expect(starts[0]).toBeLessThanOrEqual(fromMs);
        expect((starts[0] ?? 0) + seconds * 1000).toBeGreaterThan(fromMs);
        expect(starts.at(-1)).toBeLessThan(toMs);
        expect((starts.at(-1) ?? 0) + seconds * 1000).toBeGreaterThanOrEqual(toMs);
        expect(starts.every((start, index) => index === 0 || start - (starts[index - 1] ?? 0) === seconds * 1000)).toBe(
          true,
        );
      }),
    );
  });

  test('some 60 by default, of a length that people read well', () => {
    const seconds = (hours: number) => defaultBucketSeconds({ fromMs: 0, toMs: hours * HOUR_MS });
    expect([1, 24, 48, 720, 24 * 365, 24 * 365 * 10].map(seconds)).toEqual([
      60, 1800, 3600, 43_200, 604_800, 5_443_200,
    ]);
    fc.assert(fc.property(range, (one) => bucketCount(one, defaultBucketSeconds(one)) <= 62));
  });
});

test('a range is parted into whole units and edges, each moment once', () => {
  fc.assert(
    fc.property(range, fc.constantFrom(HOUR_MS, DAY_MS), (one, unit) => {
      const { whole, edges } = splitRange(one, unit);
      const parts = [...edges, ...(whole ? [whole] : [])].sort((a, b) => a.fromMs - b.fromMs);
      expect(parts[0]?.fromMs).toBe(one.fromMs);
      expect(parts.at(-1)?.toMs).toBe(one.toMs);
      expect(parts.every((part, index) => index === 0 || part.fromMs === parts[index - 1]?.toMs)).toBe(true);
      if (whole) expect([whole.fromMs % unit, whole.toMs % unit].map(Math.abs)).toEqual([0, 0]);
      for (const edge of edges) expect(edge.toMs - edge.fromMs).toBeLessThan(whole ? unit : unit * 2);
    }),
  );
});
