import { describe, expect, it } from 'vitest';
import { buildErrorChart, buildFailedRunChart } from './build-charts';
import { formatRate, highestRate, rateOf, wholeRate } from './chart';
import type { InsightErrors, InsightRuns } from './schema';

const HOUR_MS = 3_600_000;
const at = (hour: number, day = 8): string => new Date(Date.UTC(2026, 5, day, hour)).toISOString();
const NOW_MS = Date.UTC(2026, 5, 8, 3, 12);
const span = { from: at(0), to: at(4), bucketSeconds: 3600 };
const before = { from: at(0, 1), to: at(4, 1), bucketSeconds: 3600 };
const bucket = (time: string, lines: number, errors: number) => ({ time, lines, errors, isPartial: false });

const ERRORS: InsightErrors = {
  ...span,
  countedBy: 'lineTime',
  series: [
    { value: 'ERROR', buckets: [bucket(at(0), 2, 2), bucket(at(3), 5, 5)] },
    { value: 'INFO', buckets: [bucket(at(0), 8, 0), bucket(at(2), 10, 0)] },
  ],
  others: null,
  previous: {
    ...before,
    series: [
      { value: 'ERROR', buckets: [bucket(at(2, 1), 1, 1)] },
      { value: 'INFO', buckets: [bucket(at(2, 1), 3, 0)] },
    ],
    others: null,
  },
};

describe('a chart of errors by level', () => {
  const chart = buildErrorChart(ERRORS, 'level', NOW_MS);

  it('takes the errors of a level from the lines of all levels, and has gaps where there are no lines', () => {
    expect(chart.lines.map(({ name, now }) => [name, now.map((share) => rateOf(share, 1000))])).toEqual([
      ['ERROR', [200, null, 0, 1000]],
    ]);
    expect(chart.lines[0]?.before.map((share) => rateOf(share, 1000))).toEqual([null, null, 250, null]);
  });

  it('keeps the hour that is not over out of the rate and of the highest', () => {
    expect(chart.buckets.map(({ isPartial }) => isPartial)).toEqual([false, false, false, true]);
    expect(wholeRate(chart, chart.total.now)).toBe(100);
    expect(wholeRate(chart, chart.total.before)).toBe(250);
    expect(highestRate(chart)).toMatchObject({ rate: 200, index: 0 });
  });
});

describe('a chart of failed runs', () => {
  const counted = { devices: 0, judgedDevices: 0, failedDevices: 0, isPartial: false };
  const runs = (failed: number, partial: number) => ({ ...counted, runs: 10, judged: 8, failed, partial });
  const answer = (value: string, label?: string): InsightRuns => ({
    ...span,
    series: [{ value, label, buckets: [{ time: at(1), ...runs(2, 4) }] }],
    others: { count: 3, buckets: [{ time: at(1), ...runs(0, 0) }] },
    previous: { ...before, series: [{ value, label, buckets: [] }], others: null },
  });

  it('has partial runs as a line of their own, and neither among those without an outcome', () => {
    const chart = buildFailedRunChart({ ...answer(''), others: null }, undefined, NOW_MS);
    expect(chart.lines.map(({ name, filter, now }) => [name, filter, rateOf(now[1], 100)])).toEqual([
      ['Failed', { status: ['failed'] }, 25],
      ['Partial', { status: ['partial'] }, 50],
    ]);
    expect(wholeRate(chart, chart.total.before)).toBeNull();
  });

  it('by job leads to the failed runs of the job; what has no filter in the list has none', () => {
    const byJob = buildFailedRunChart(answer('7', 'Nightly'), 'job', NOW_MS);
    expect(byJob.lines.map(({ name, filter }) => [name, filter])).toEqual([
      ['Nightly', { job: ['7'], status: ['failed'] }],
      ['3 others', null],
    ]);
    expect(wholeRate(byJob, byJob.total.now)).toBe(12.5);
    expect(buildFailedRunChart(answer(''), 'gateway', NOW_MS).lines[0]).toMatchObject({
      name: 'no Gateway',
      filter: null,
    });
  });
});

it.each([
  [0, '0'],
  [12, '12'],
  [1234.5, '1,235'],
  [70.04, '70.0'],
  [3.14, '3.1'],
  [0.09, '0.09'],
  [0.001, '< 0.01'],
])('the rate %d is written %s', (rate, text) => expect(formatRate(rate)).toBe(text));

it('a bucket stands where it begins', () => {
  expect(buildErrorChart(ERRORS, undefined, NOW_MS).buckets.map(({ startMs }) => startMs - Date.parse(at(0)))).toEqual([
    0,
    HOUR_MS,
    2 * HOUR_MS,
    3 * HOUR_MS,
  ]);
});
