import { describe, expect, test } from 'vitest';
import { sealRun } from '@/lib/upkeep/background/server/sql/seal-run';
import { endSilentRuns } from '@/lib/upkeep/background/server/sql/end-silent-runs';
import { db } from '@/lib/db/client';
import { findRunsQuery } from '@/lib/runs/schema';
import { findRuns } from '@/lib/runs/server/find-runs';
import { getRunWithDevices } from '@/lib/runs/server/get-run-with-devices';
import { openRun } from '@/lib/runs/server/open-run';
import { updateRun } from '@/lib/runs/server/update-run';
import { GATEWAY, postLines, READER } from '@/lib/testing/ingest';
import { useTestDatabase } from '@/lib/testing/test-database';

useTestDatabase();

const DAY_S = 86_400;
const daysAgo = (days: number, ms = 0) => new Date(Date.now() - days * DAY_S * 1000 + ms).toISOString();
const line = (runId: string, device: string, timestamp = daysAgo(0)) => ({
  message: 'x',
  run_id: runId,
  job_id: 'clocks',
  device,
  timestamp,
});
const healthy = (runId: string, timestamp?: string) => ['a', 'b', 'c'].map((device) => line(runId, device, timestamp));

async function lookAt(runId: string) {
  const run = await getRunWithDevices(READER, runId);
  const skews = run.devices.flatMap(({ device, clockSkewSeconds }) =>
    clockSkewSeconds === null ? [] : [[device, Math.round(clockSkewSeconds / DAY_S)]],
  );
  const startDays = Math.round((Date.now() - Date.parse(run.startedAt)) / DAY_S / 1000);
  return { startDays, skews: Object.fromEntries(skews) as Record<string, number> };
}

describe('a device whose clock is off does not date its run, and says so', () => {
  const cases: [string, (run: string) => object[][], { startDays: number; skews: Record<string, number> }][] = [
    [
      'a year behind, in one batch',
      (r) => [[line(r, 'old', daysAgo(365)), ...healthy(r)]],
      { startDays: 0, skews: { old: -365 } },
    ],
    [
      'a year behind, after the others',
      (r) => [healthy(r), [line(r, 'old', daysAgo(365))]],
      { startDays: 0, skews: { old: -365 } },
    ],
    [
      'a year behind, alone in the first batch',
      (r) => [[line(r, 'old', daysAgo(365))], healthy(r)],
      { startDays: 0, skews: { old: -365 } },
    ],
    [
      'a year behind, line by line, first',
      (r) => [line(r, 'old', daysAgo(365)), line(r, 'old', daysAgo(365)), ...healthy(r)].map((one) => [one]),
      { startDays: 0, skews: { old: -365 } },
    ],
    ['years ahead', (r) => [[line(r, 'new', daysAgo(-3650)), ...healthy(r)]], { startDays: 0, skews: { new: 3650 } }],
    [
      'never set',
      (r) => [[line(r, 'unset', '1970-01-01T00:00:00Z'), ...healthy(r)]],
      { startDays: 0, skews: { unset: Math.round(-Date.now() / DAY_S / 1000) } },
    ],
    [
      'hours behind: within a day nothing is said',
      (r) => [[line(r, 'late', daysAgo(0.2)), ...healthy(r)]],
      { startDays: 0, skews: {} },
    ],
    [
      'an import of old lines',
      (r) => [healthy(r, daysAgo(400)), healthy(r, daysAgo(400, 60_000))],
      { startDays: 400, skews: {} },
    ],
    [
      'an import with a clock that is behind',
      (r) => [[line(r, 'old', daysAgo(800))], [...healthy(r, daysAgo(400)), ...healthy(r, daysAgo(400))]],
      { startDays: 400, skews: { old: -400 } },
    ],
    [
      'a run of three days',
      (r) => [0, 1, 2, 3].map((day) => healthy(r, daysAgo(3 - day * 0.9))),
      { startDays: 3, skews: {} },
    ],
  ];
  test.each(cases)('%s', async (name, batches, expected) => {
    const runId = `clock ${name}`;
    for (const batch of batches(runId)) await postLines(batch);
    expect(await lookAt(runId)).toEqual(expected);
    await updateRun(GATEWAY, runId, { status: 'succeeded' });
    const { lastSeq } = await db().run.findUniqueOrThrow({ where: { id: runId } });
    await sealRun(runId, lastSeq);
    expect(await lookAt(runId)).toEqual(expected);
  });

  test('an announced start stays, whatever the lines say', async () => {
    await openRun(GATEWAY, { jobId: 'clocks', runId: 'announced', startedAt: daysAgo(2) });
    await postLines([line('announced', 'old', daysAgo(365)), ...healthy('announced')]);
    expect(await lookAt('announced')).toEqual({ startDays: 2, skews: { old: -365 } });
  });

  test('silence ends a run with its last line that can be believed', async () => {
    await postLines([line('silent', 'ahead', daysAgo(-20)), ...healthy('silent', daysAgo(0, -5000))]);
    await db()
      .$executeRaw`UPDATE run SET last_received_at = now() - interval '2 hours', started_at = now() - interval '3 hours' WHERE id = 'silent'`;
    await endSilentRuns();
    const run = await getRunWithDevices(READER, 'silent');
    expect(run.status).toBe('stale');
    expect(Math.round((Date.now() - Date.parse(run.finishedAt ?? '')) / 3_600_000)).toBe(2);
  });

  test('most lines decide when a run is sealed', async () => {
    await postLines([line('majority', 'old', daysAgo(365))]);
    await postLines(Array.from({ length: 1200 }, () => line('majority', 'old', daysAgo(365))));
    for (let n = 0; n < 3; n += 1) await postLines(Array.from({ length: 600 }, () => line('majority', 'a')));
    await updateRun(GATEWAY, 'majority', { status: 'succeeded' });
    await sealRun('majority', 3001);
    expect(await lookAt('majority')).toEqual({ startDays: 0, skews: { old: -365 } });
  });
});

describe('times that a sender reports of a run', () => {
  test('none lies after its receipt, so that nothing of 2099 heads the list', async () => {
    const future = '2099-01-01T00:00:00Z';
    await openRun(GATEWAY, { jobId: 'future', runId: 'future', queuedAt: future, startedAt: future });
    await openRun(GATEWAY, { jobId: 'future', runId: 'present' });
    await updateRun(GATEWAY, 'future', { startedAt: future, finishedAt: future, status: 'succeeded' });
    await openRun(GATEWAY, { jobId: 'future', runId: 'later' });
    const { runs } = await findRuns(READER, findRunsQuery.parse({ job: 'future' }));
    expect(runs.map(({ runId }) => runId)).toEqual(['later', 'future', 'present']);
    for (const { queuedAt, startedAt, finishedAt } of runs) {
      for (const time of [queuedAt, startedAt, finishedAt]) expect(Date.parse(time ?? '') > Date.now()).toBe(false);
    }
  });
});
