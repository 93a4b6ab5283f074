import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/format/time-units';
import { insightBucketStarts, isPartialBucket, planInsightSpan, rangeBefore } from './span';

const NOW_MS = Date.parse('2026-03-29T10:12:30Z');
const iso = (ms: number): string => new Date(ms).toISOString();
const back = (days: number) => ({ from: iso(NOW_MS - days * DAY_MS) });

describe('planInsightSpan', () => {
  it.each([
    [1, HOUR_MS],
    [4, HOUR_MS],
    [7, 3 * HOUR_MS],
    [24, 6 * HOUR_MS],
    [30, DAY_MS],
    [90, DAY_MS],
    [365, 7 * DAY_MS],
    [5000, 56 * DAY_MS],
  ])('takes for %i days a bucket of %i ms', (days, bucketMs) => {
    expect(planInsightSpan(back(days), NOW_MS).bucketMs).toBe(bucketMs);
  });

  it('counts the last 7 days up to the running minute by default', () => {
    const { range } = planInsightSpan({}, NOW_MS);
    expect([iso(range.fromMs), iso(range.toMs)]).toEqual(['2026-03-22T10:12:00.000Z', '2026-03-29T10:13:00.000Z']);
  });

  it.each([
    [1, 7],
    [7, 7],
    [8, 14],
    [30, 35],
    [90, 91],
  ])('compares %i days with those %i days earlier, which are of the same weekdays', (days, earlier) => {
    const span = planInsightSpan({ from: iso(NOW_MS - days * DAY_MS), to: iso(NOW_MS) }, NOW_MS);
    expect(span.shiftMs).toBe(earlier * DAY_MS);
    expect(rangeBefore(span).toMs - 2 * MINUTE_MS).toBeLessThanOrEqual(span.range.fromMs);
  });

  it('refuses more than 400 buckets and says by how much to lengthen them', () => {
    expect(() => planInsightSpan({ ...back(7), bucketSeconds: 600 }, NOW_MS)).toThrow(
      expect.objectContaining({
        code: 'invalid_request',
        errors: [{ field: 'bucketSeconds', detail: 'expected at least 3 times as much, or none' }],
      }),
    );
    expect(
      planInsightSpan({ from: '0001-01-01T00:00:00Z', to: '9999-01-01T00:00:00Z' }, NOW_MS).bucketMs % DAY_MS,
    ).toBe(0);
  });

  it('has nothing before the year 1', () => {
    const span = planInsightSpan({ from: '0001-01-02T00:00:00Z', to: '0001-01-03T00:00:00Z' }, NOW_MS);
    const { fromMs, toMs } = rangeBefore(span);
    expect([iso(fromMs), iso(toMs)]).toEqual(['0001-01-01T00:00:00.000Z', '0001-01-01T00:00:00.000Z']);
    const { range } = planInsightSpan({ to: '0001-01-03T00:00:00Z' }, NOW_MS);
    expect(iso(range.fromMs)).toBe('0001-01-01T00:00:00.000Z');
  });
});

describe('buckets', () => {
  it('begin at full hours of UTC, days at midnight, weeks on Mondays, also where clocks change', () => {
    const range = { fromMs: Date.parse('2026-03-27T05:20:00Z'), toMs: Date.parse('2026-04-07T05:20:00Z') };
    const starts = (bucketMs: number) => insightBucketStarts({ range, bucketMs }).map(iso);
    expect(starts(7 * DAY_MS)).toEqual(['2026-03-23', '2026-03-30', '2026-04-06'].map((day) => `${day}T00:00:00.000Z`));
    expect(starts(DAY_MS).slice(0, 3)).toEqual(
      ['2026-03-27', '2026-03-28', '2026-03-29'].map((day) => `${day}T00:00:00.000Z`),
    );
    expect(starts(3 * HOUR_MS)[0]).toBe('2026-03-27T03:00:00.000Z');
    expect(starts(HOUR_MS)).toHaveLength(11 * 24 + 1);
  });

  it('are partial while they are not over, and where the range cuts them', () => {
    const at = Date.parse('2026-03-29T08:00:00Z');
    const span = { range: { fromMs: at + MINUTE_MS, toMs: at + 5 * HOUR_MS }, bucketMs: HOUR_MS };
    const partial = [0, 1, 2, 3, 4].map((n) => isPartialBucket(at + n * HOUR_MS, { ...span, shiftMs: 0 }, NOW_MS));
    expect(partial).toEqual([true, false, true, true, true]);
  });
});
