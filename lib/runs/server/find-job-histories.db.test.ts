import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { GATEWAY, READER } from '@/lib/testing/ingest';
import { useTestDatabase } from '@/lib/testing/test-database';
import { findRunsQuery } from '../schema';
import type { RunStatus } from '../status';
import { findJobHistories } from './find-job-histories';
import { findRuns } from './find-runs';
import { getRun } from './get-run';

useTestDatabase();

type Made = { status?: RunStatus; seconds?: number | null; attempt?: number };

async function makeRuns(jobId: string, runs: Made[]): Promise<void> {
  await db().job.create({ data: { id: jobId, name: jobId, type: 'test' } });
  await db().run.createMany({
    data: runs.map(({ status = 'succeeded', seconds = 60, attempt = 1 }, n) => {
      const startedAt = new Date(Date.UTC(2026, 0, 1, n));
      const finishedAt = seconds === null ? null : new Date(startedAt.getTime() + seconds * 1000);
      return { id: `${jobId}-${n + 1}`, jobId, number: n + 1, status, attempt, startedAt, finishedAt };
    }),
  });
}

const historyOf = async (jobId: string) => (await findJobHistories(READER, [jobId]))[0];

test('the last 20 runs come oldest first, with what they took', async () => {
  await makeRuns('j', [...Array.from({ length: 24 }, () => ({})), { status: 'running', seconds: null }]);
  const history = await historyOf('j');
  expect(history?.runs.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, n) => n + 6));
  expect(history?.runs.slice(-2)).toEqual([
    { runId: 'j-24', number: 24, status: 'succeeded', durationMs: 60_000 },
    { runId: 'j-25', number: 25, status: 'running', durationMs: null },
  ]);
});

test('the usual duration is the median and p90 of the last 20 ended runs', async () => {
  // Older and open runs do not count; a run that ended before it began took no time.
  const ended = Array.from(
    { length: 20 },
    (_, n) => ({ seconds: n + 1, status: n % 2 ? 'failed' : 'succeeded' }) as Made,
  );
  await makeRuns('usual', [{ seconds: 9000 }, ...ended, { status: 'running', seconds: null }]);
  expect((await historyOf('usual'))?.usual).toEqual({ medianMs: 10_500, p90Ms: 18_100, runCount: 20 });
  await makeRuns('clocks', [{ seconds: -5 }, { seconds: -5 }, { seconds: -5 }]);
  expect((await historyOf('clocks'))?.usual).toEqual({ medianMs: 0, p90Ms: 0, runCount: 3 });
});

test('no duration is usual after two ended runs, or where a hundred runs have no end', async () => {
  await makeRuns('two', [{}, {}, { status: 'stale', seconds: null }]);
  expect((await historyOf('two'))?.usual).toBeNull();
  await makeRuns('lost', [
    {},
    {},
    {},
    ...Array.from({ length: 98 }, () => ({ status: 'stale', seconds: null }) as Made),
  ]);
  expect((await historyOf('lost'))?.usual).toBeNull();
});

test('a page of runs holds the histories of its jobs when asked, whatever their ids', async () => {
  await makeRuns("a,b';--", [{}, {}, {}]);
  const asked = await findRuns(READER, findRunsQuery.parse({ include: 'jobHistories', limit: 200 }));
  expect(asked.jobHistories?.map(({ jobId }) => jobId).sort()).toEqual(
    [...new Set(asked.runs.map(({ jobId }) => jobId))].sort(),
  );
  expect(asked.jobHistories?.find(({ jobId }) => jobId === "a,b';--")?.runs).toHaveLength(3);
  expect(await findRuns(READER, findRunsQuery.parse({}))).not.toHaveProperty('jobHistories');
  const none = await findRuns(READER, findRunsQuery.parse({ include: 'jobHistories', q: 'nothing like it' }));
  expect(none).toEqual({ runs: [], nextCursor: null, jobHistories: [] });
});

test('needs the right to read runs', async () => {
  await expect(findJobHistories(GATEWAY, ['j'])).rejects.toMatchObject({ code: 'forbidden' });
});

test('the page of a run and the list tell the same usual duration, and not of retries or what was cancelled', async () => {
  await makeRuns('same', [
    ...[10, 20, 30, 100].map((seconds) => ({ seconds })),
    { seconds: 1, status: 'cancelled' },
    { seconds: 2, attempt: 2 },
    { status: 'running', seconds: null },
  ]);
  const usual = { medianMs: 25_000, p90Ms: 79_000, runCount: 4 };
  expect((await historyOf('same'))?.usual).toEqual(usual);
  expect((await getRun(READER, 'same-7')).usualDuration).toEqual(usual);
  // A run is compared with earlier ones: two are too few to say what is usual.
  expect((await getRun(READER, 'same-3')).usualDuration).toBeNull();
});
