import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/format/time-units';
import { openRun } from '@/lib/runs/server/open-run';
import { updateRun } from '@/lib/runs/server/update-run';
import { GATEWAY, postLines, READER } from '@/lib/testing/ingest';
import { useTestDatabase } from '@/lib/testing/test-database';
import { mergeRun } from '@/lib/upkeep/background/server/sql/merge-run';
import { insightErrorsQuery, insightRunsQuery } from '../schema';
import { countInsightErrors } from './count-insight-errors';
import { countInsightRuns } from './count-insight-runs';

useTestDatabase();

/** In the middle of the last hour, so that none is over while the tests run, and nothing is later than the database's clock. */
const NOW_MS = Math.floor(Date.now() / HOUR_MS) * HOUR_MS - HOUR_MS / 2;
const iso = (ms: number): string => new Date(ms).toISOString();
const errors = (query: object) => countInsightErrors(READER, insightErrorsQuery.parse(query));
const runs = (query: object) => countInsightRuns(READER, insightRunsQuery.parse(query));
const reasons = (schema: typeof insightErrorsQuery | typeof insightRunsQuery, query: object): string[] =>
  schema.safeParse(query).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

/** A run of 13 components, the first with most errors, an hour ago; one of now; one a week before the first. */
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW_MS });
  const starts = { now: NOW_MS - MINUTE_MS, earlier: NOW_MS - HOUR_MS, before: NOW_MS - HOUR_MS - 7 * DAY_MS };
  for (const [runId, startMs] of Object.entries(starts)) {
    await openRun(GATEWAY, { jobId: 'nightly', runId, jobName: 'Nightly', jobType: 'backup', startedAt: iso(startMs) });
    await postLines(
      Array.from({ length: 13 }, (_, n) => ({
        ...{ run_id: runId, job_id: 'nightly', timestamp: iso(startMs), message: 'm' },
        ...{ level: n === 0 || n === 12 ? 'ERROR' : 'INFO', component: `c${String(n).padStart(2, '0')}` },
      })),
    );
  }
  await updateRun(GATEWAY, 'earlier', { status: 'failed' });
  await updateRun(GATEWAY, 'before', { status: 'partial' });
  await mergeRun('earlier');
});

afterAll(() => void vi.useRealTimers());

describe('an answer', () => {
  test('has ten series, those with errors first, and says how many values are in the others', async () => {
    const { series, others, previous, countedBy } = await errors({ by: 'component', bucketSeconds: '3600' });
    expect(series.map(({ value }) => value)).toEqual([
      'c00',
      'c12',
      'c01',
      'c02',
      'c03',
      'c04',
      'c05',
      'c06',
      'c07',
      'c08',
    ]);
    expect(others).toMatchObject({
      count: 3,
      buckets: [
        { lines: 3, errors: 0 },
        { lines: 3, errors: 0 },
      ],
    });
    expect(previous.series.map(({ value }) => value)).toEqual(series.map(({ value }) => value));
    expect(previous.others).toMatchObject({ count: 3, buckets: [{ lines: 3, errors: 0, isPartial: false }] });
    expect(countedBy).toBe('lineTime');
  });

  test('leaves out what has nothing in it, and marks the bucket that is not over', async () => {
    const { series, from, to, bucketSeconds } = await errors({ from: iso(NOW_MS - DAY_MS) });
    expect(bucketSeconds).toBe(3600);
    expect(Date.parse(to) - Date.parse(from)).toBeGreaterThanOrEqual(DAY_MS);
    expect(series.map(({ value }) => value)).toEqual(['']);
    expect(series[0]?.buckets.map(({ lines, isPartial }) => [lines, isPartial])).toEqual([
      [13, false],
      [13, true],
    ]);
  });

  test('counts partial runs apart, and open ones among those without an outcome', async () => {
    const { series, previous } = await runs({ bucketSeconds: '3600', by: 'job' });
    expect(series).toMatchObject([
      {
        ...{ value: 'nightly', label: 'Nightly' },
        buckets: [
          { runs: 1, judged: 1, failed: 1, partial: 0 },
          { runs: 1, judged: 0, failed: 0, isPartial: true },
        ],
      },
    ]);
    expect(previous.series[0]?.buckets).toMatchObject([{ runs: 1, judged: 1, failed: 0, partial: 1 }]);
  });

  test('has the name that a job has now', async () => {
    await openRun(GATEWAY, { jobId: 'nightly', runId: 'now', jobName: 'Every night' });
    for (const { series } of [await errors({ by: 'job' }), await runs({ by: 'job' })]) {
      expect(series.map(({ value, label }) => [value, label])).toEqual([['nightly', 'Every night']]);
    }
  });

  test('is for those who may read runs', async () => {
    const refusal = { code: 'forbidden' };
    await expect(countInsightErrors(GATEWAY, insightErrorsQuery.parse({}))).rejects.toMatchObject(refusal);
    await expect(countInsightRuns(GATEWAY, insightRunsQuery.parse({}))).rejects.toMatchObject(refusal);
  });
});

describe('what cannot be counted is refused with words', () => {
  test.each([
    [{ by: 'component', gateway: 'gw' }, /^by: component can be split with the filters job and type only/],
    [{ by: 'component', q: 'text' }, /leave out status, device, q, site, gateway, trigger$/],
    [{ by: 'device' }, /^by: device needs the filter device/],
    [{ by: 'site' }, /^by: .*"level"\|"component"/],
    [{ from: '2026-01-02T00:00:00Z', to: '2026-01-02T00:00:00Z' }, /^to: expected a time after from/],
    [{ bucketSeconds: '5400' }, /^bucketSeconds: expected whole hours/],
  ])('%o', (query, reason) => {
    expect(reasons(insightErrorsQuery, query)).toEqual([expect.stringMatching(reason)]);
  });

  test('a split of runs by what only lines have', () => {
    expect(reasons(insightRunsQuery, { by: 'level' })).toEqual([expect.stringMatching(/^by: .*"job"\|"type"/)]);
    expect(reasons(insightRunsQuery, { by: 'device', device: 'sw-1' })).toEqual([]);
  });

  test('too many buckets', async () => {
    const query = { from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z', bucketSeconds: '3600' };
    await expect(runs(query)).rejects.toMatchObject({ code: 'invalid_request', errors: [{ field: 'bucketSeconds' }] });
  });
});
