import { beforeAll, expect, test } from 'vitest';
import { GATEWAY, READER } from '@/lib/testing/ingest';
import { useTestDatabase } from '@/lib/testing/test-database';
import { runFilterSchema } from '../schema';
import { countRunsWithout } from './count-runs-without';
import { findRuns } from './find-runs';
import { openRun } from './open-run';
import { updateRun } from './update-run';

useTestDatabase();

const SITES = ['fra', 'ber, old', 'lon'];

beforeAll(async () => {
  for (let n = 0; n < 24; n += 1) {
    await openRun(GATEWAY, {
      jobId: `job-${n % 2}`,
      runId: `run-${n}`,
      startedAt: new Date(Date.UTC(2026, 0, 1, n)).toISOString(),
      ...(n % 3 > 0 && { gateway: `gw-${n % 3}` }),
      devices: [{ device: `sw-${n % 4}`, site: SITES[n % 3] }],
    });
    await updateRun(GATEWAY, `run-${n}`, { status: n % 6 === 0 ? 'failed' : 'succeeded' });
  }
});

const count = (filter: Record<string, string>) => countRunsWithout(READER, runFilterSchema.parse(filter));
const found = async (filter: Record<string, string>) =>
  (await findRuns(READER, { ...runFilterSchema.parse(filter), limit: 200 })).runs.length;

test.each<Record<string, string>>([
  { status: 'failed', site: 'ber\\, old' },
  { status: 'failed,partial', gateway: 'gw-1', q: 'job-1' },
  { device: 'sw-1', job: 'job-0', from: '2026-01-01T06:00:00Z', to: '2026-01-01T12:00:00Z' },
  { trigger: 'nobody', type: 'none', q: 'no such text' },
  { q: 'job-1' },
])('each part of %j is told with what the list has without it', async (filter) => {
  const { all, matching, without } = await count(filter);
  expect({ all, matching }).toEqual({ all: 24, matching: await found(filter) });
  const parts = [...new Set(Object.keys(filter).map((name) => (name === 'from' || name === 'to' ? 'time' : name)))];
  expect(Object.keys(without).sort()).toEqual(parts.sort());
  for (const [part, left] of Object.entries(without)) {
    const isGone = (name: string) => (part === 'time' ? name === 'from' || name === 'to' : name === part);
    const rest = Object.fromEntries(Object.entries(filter).filter(([name]) => !isGone(name)));
    expect(left, part).toBe(await found(rest));
  }
});

test('without a filter there is nothing to leave out', async () => {
  expect(await count({})).toEqual({ all: 24, matching: 24, without: {} });
});
