import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { GATEWAY, READER } from '@/lib/testing/ingest';
import { useTestDatabase } from '@/lib/testing/test-database';
import { RUN_FACETS, type RunFacet } from '../run-facets';
import { findRunsQuery, runFilterSchema } from '../schema';
import { countRunFacets } from './count-run-facets';
import { findRuns } from './find-runs';
import { openRun } from './open-run';
import { putDevice } from './put-device';
import { updateRun } from './update-run';

useTestDatabase();

const JOBS = [
  { jobId: 'backup', jobName: 'Nightly, backup', jobType: 'config_backup' },
  { jobId: 'reach', jobName: 'Reachability', jobType: 'reachability' },
];
const SITES = ['fra', 'ber', 'lon'];
const STATUSES = ['succeeded', 'failed', 'partial'] as const;

beforeAll(async () => {
  for (let n = 0; n < 24; n += 1) {
    const job = JOBS[n % 2];
    if (!job) throw new Error('no job');
    await openRun(GATEWAY, {
      ...job,
      runId: `run-${n}`,
      startedAt: new Date(Date.UTC(2026, 0, 1, n)).toISOString(),
      gateway: `gw-${n % 3}`,
      ...(n % 4 > 0 && { trigger: n % 4 === 1 ? 'manual' : 'schedule' }),
      devices: [
        { device: 'a', site: SITES[n % 3] },
        { device: 'b', site: SITES[n % 3] },
      ],
    });
    await putDevice(GATEWAY, { runId: `run-${n}`, device: 'c' }, { status: 'failed', site: SITES[(n + 1) % 3] });
    await updateRun(GATEWAY, `run-${n}`, { status: STATUSES[n % 3] });
  }
});

const listed = async (query: Record<string, string>): Promise<number> =>
  (await findRuns(READER, findRunsQuery.parse({ ...query, limit: 200 }))).runs.length;

test.each<Record<string, string>>([
  {},
  { status: 'failed' },
  { site: 'fra', status: 'failed,partial' },
  { gateway: 'gw-1', trigger: 'schedule', job: 'backup' },
  { type: 'reachability', q: 'nothing like it' },
  { device: 'a', from: '2026-01-01T10:00:00Z', to: '2026-01-01T20:00:00Z', site: 'ber' },
])('each count is what the list shows once the value alone is ticked: %j', async (query) => {
  const { facets } = await countRunFacets(READER, runFilterSchema.parse(query));
  const all = await countRunFacets(READER, {});
  for (const facet of RUN_FACETS) {
    for (const { value, count } of facets[facet]) {
      expect([facet, value, count]).toEqual([facet, value, await listed({ ...query, [facet]: value })]);
    }
    // A value that is not counted would find nothing.
    const counted = new Set(facets[facet].map(({ value }) => value));
    for (const { value } of all.facets[facet].filter((other) => !counted.has(other.value))) {
      expect([facet, value, await listed({ ...query, [facet]: value })]).toEqual([facet, value, 0]);
    }
  }
});

test('values come with most runs first, jobs with their names; runs without a trigger are in no value of it', async () => {
  const { facets, isBounded } = await countRunFacets(READER, {});
  expect(isBounded).toBe(false);
  expect(facets.job).toEqual([
    { value: 'backup', label: 'Nightly, backup', count: 12 },
    { value: 'reach', label: 'Reachability', count: 12 },
  ]);
  expect(facets.trigger).toEqual([
    { value: 'schedule', count: 12 },
    { value: 'manual', count: 6 },
  ]);
  expect(facets.site.map(({ count }) => count)).toEqual([16, 16, 16]);
});

test('a run keeps each site once, whoever reported it', async () => {
  await putDevice(GATEWAY, { runId: 'run-0', device: 'd' }, { status: 'changed', site: 'ams' });
  await putDevice(GATEWAY, { runId: 'run-0', device: 'd' }, { status: 'changed', site: 'ams' });
  await openRun(GATEWAY, { jobId: 'backup', runId: 'run-0', devices: [{ device: 'e', site: 'ams' }, { device: 'f' }] });
  expect((await db().run.findUnique({ where: { id: 'run-0' } }))?.sites).toEqual(['ams', 'ber', 'fra']);
  expect(await listed({ site: 'ams' })).toBe(1);
});

test('the newest 5,000 runs of the range are counted, and it is said when there are more', async () => {
  await db().run.createMany({
    data: Array.from({ length: 5001 }, (_, n) => ({
      id: `many-${n}`,
      jobId: 'backup',
      number: 100 + n,
      status: 'succeeded',
      trigger: n === 0 ? 'oldest' : 'many',
      startedAt: new Date(Date.UTC(2020, 0, 1) + n * 1000),
    })),
  });
  const range = { from: '2020-01-01T00:00:00Z', to: '2020-02-01T00:00:00Z' };
  const { facets, isBounded, windowRuns } = await countRunFacets(READER, range);
  expect([isBounded, windowRuns]).toEqual([true, 5000]);
  expect(facets.trigger).toEqual([{ value: 'many', count: 5000 }]);
  expect((await countRunFacets(READER, { ...range, from: '2020-01-01T00:00:01Z' })).isBounded).toBe(false);
});

test('needs the right to read runs', async () => {
  await expect(countRunFacets(GATEWAY, {})).rejects.toMatchObject({ code: 'forbidden' });
});

test('hostile values are values', async () => {
  const nasty = `'); DROP TABLE run; -- <img src=x>`;
  await openRun(GATEWAY, { jobId: 'nasty', trigger: nasty, devices: [{ device: 'x', site: nasty }] });
  for (const facet of ['trigger', 'site'] satisfies RunFacet[]) {
    const { facets } = await countRunFacets(READER, { [facet]: [nasty] });
    expect(facets[facet].find(({ value }) => value === nasty)?.count).toBe(1);
    expect(facets.status).toEqual([{ value: 'running', count: 1 }]);
  }
});
