import { describe, expect, it, test } from 'vitest';
import { db } from '@/lib/db/client';
import { DAY_MS, HOUR_MS } from '@/lib/format/time-units';
import type { DeviceStatus, RunStatus } from '@/lib/runs/status';
import { openRun } from '@/lib/runs/server/open-run';
import { putDevice } from '@/lib/runs/server/put-device';
import { updateRun } from '@/lib/runs/server/update-run';
import { deleteRuns } from '@/lib/runs/server/delete-runs';
import { ADMIN, GATEWAY, postLines, READER } from '@/lib/testing/ingest';
import { useTestDatabase } from '@/lib/testing/test-database';
import { createRandom } from '@/simulator/random';
import { findJobsQuery, type JobSummary } from '../schema';
import { findJobSummaries } from './find-job-summaries';

useTestDatabase();

const NOW_MS = Date.UTC(2026, 10, 20, 12);

const find = async (query: object = {}) => findJobSummaries(READER, findJobsQuery.parse(query), NOW_MS);
const jobOf = async (jobId: string): Promise<JobSummary | undefined> => (await find({ job: jobId })).jobs[0];

type Made = { status: RunStatus; startedMs: number; seconds?: number | null; trigger?: string };

async function makeJob(jobId: string, runs: readonly Made[], type = 'backup'): Promise<void> {
  await db().job.create({ data: { id: jobId, name: `Job ${jobId}`, type } });
  await db().run.createMany({
    data: runs.map(({ status, startedMs, seconds = 60, trigger = 'schedule' }, n) => ({
      id: `${jobId}-${n + 1}`,
      jobId,
      number: n + 1,
      status,
      trigger,
      startedAt: new Date(startedMs),
      finishedAt: seconds === null ? null : new Date(startedMs + seconds * 1000),
    })),
  });
}

const nightly = (nights: number, statusOf: (nightsAgo: number) => RunStatus = () => 'succeeded'): Made[] =>
  Array.from({ length: nights }, (_, n) => nights - 1 - n).map((nightsAgo) => ({
    status: statusOf(nightsAgo),
    startedMs: Date.UTC(2026, 10, 20, 2) - nightsAgo * DAY_MS,
  }));

describe('the jobs', () => {
  it('come with the one that started last first, in pages that hold each once', async () => {
    const ids = Array.from({ length: 7 }, (_, n) => `paged-${n}`);
    for (const [n, id] of ids.entries()) {
      await makeJob(id, [{ status: 'succeeded', startedMs: NOW_MS - n * HOUR_MS }], 'paged');
    }
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await find({ type: 'paged', limit: 3, ...(cursor !== null && { cursor }) });
      seen.push(...page.jobs.map(({ jobId }) => jobId));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(ids);
  });

  it('are those whose last run fits the filter', async () => {
    await makeJob(
      'was-bad',
      nightly(3, (nightsAgo) => (nightsAgo === 0 ? 'succeeded' : 'failed')),
      'filtered',
    );
    await makeJob(
      'is-bad',
      nightly(3, (nightsAgo) => (nightsAgo === 0 ? 'failed' : 'succeeded')),
      'filtered',
    );
    const idsOf = async (query: object) => (await find({ type: 'filtered', ...query })).jobs.map(({ jobId }) => jobId);
    expect(await idsOf({ status: 'failed' })).toEqual(['is-bad']);
    expect(await idsOf({ q: 'was' })).toEqual(['was-bad']);
    expect(await idsOf({ status: 'running' })).toEqual([]);
  });

  it('say in words when the next run is due, and nothing where nothing can be said', async () => {
    await makeJob('kept', nightly(20));
    expect((await jobOf('kept'))?.schedule).toMatchObject({
      kind: 'daily',
      text: 'daily about 02:00',
      explained: 20,
      total: 20,
      nextAt: '2026-11-21T02:00:00.000Z',
    });
    await makeJob('away', nightly(20).slice(0, -2));
    const away = (await jobOf('away'))?.schedule;
    expect(away?.nextAt).toBe('2026-11-19T02:00:00.000Z');
    expect(Date.parse(away?.lateAt ?? '')).toBeLessThan(NOW_MS);
    await makeJob(
      'by-hand',
      nightly(20).map((run) => ({ ...run, trigger: 'manual' })),
    );
    expect((await jobOf('by-hand'))?.schedule).toBeNull();
  });

  it('a renamed job keeps its history', async () => {
    await makeJob('renamed', nightly(4));
    await openRun(GATEWAY, { jobId: 'renamed', runId: 'renamed-5', jobName: 'Another name' });
    expect(await jobOf('renamed')).toMatchObject({ name: 'Another name', successRate: { succeeded: 4, total: 4 } });
  });
});

describe('the last failure of a job', () => {
  async function runWith(
    jobId: string,
    results: Record<string, [DeviceStatus, string?]>,
    resultText?: string,
  ): Promise<void> {
    const runId = `${jobId}-run`;
    await openRun(GATEWAY, { jobId, runId });
    for (const [device, [status, cause]] of Object.entries(results)) {
      await putDevice(GATEWAY, { runId, device }, { status, cause });
    }
    await updateRun(GATEWAY, runId, { status: 'failed', resultText });
  }

  it('tells what most of its devices failed of: texts that differ in names and numbers are one', async () => {
    await runWith('most', {
      a1: ['failed', 'TACACS server 192.0.2.1 did not answer'],
      a2: ['failed', 'TACACS server 192.0.2.2 did not answer'],
      a3: ['unreachable', 'no route to host'],
      a4: ['succeeded'],
    });
    expect(await jobOf('most')).toMatchObject({
      failingDevices: 3,
      lastFailure: {
        runId: 'most-run',
        status: 'failed',
        cause: expect.stringMatching(/^TACACS server 192/) as string,
      },
    });
  });

  it('else what the run told, else its first error; null when there is nothing', async () => {
    await runWith('told', {}, 'the inventory was empty');
    await postLines([{ run_id: 'said-run', job_id: 'said', level: 'ERROR', message: 'no space left\nsecond line' }]);
    await updateRun(GATEWAY, 'said-run', { status: 'failed' });
    await runWith('mute', {});
    const causes = await Promise.all(
      ['told', 'said', 'mute'].map(async (jobId) => (await jobOf(jobId))?.lastFailure?.cause),
    );
    expect(causes).toEqual(['the inventory was empty', 'no space left', null]);
  });

  it('is gone with its run', async () => {
    await makeJob(
      'forgotten',
      nightly(3, (nightsAgo) => (nightsAgo === 1 ? 'failed' : 'succeeded')),
    );
    expect((await jobOf('forgotten'))?.lastFailure?.runId).toBe('forgotten-2');
    await deleteRuns(ADMIN, ['forgotten-2']);
    expect(await jobOf('forgotten')).toMatchObject({ lastFailure: null, successRate: { succeeded: 2, total: 2 } });
  });
});

const STATUSES: RunStatus[] = [
  'succeeded',
  'succeeded',
  'succeeded',
  'partial',
  'failed',
  'cancelled',
  'stale',
  'running',
];

test('rates, streaks and last failures are a recount over any history', async () => {
  const random = createRandom('histories');
  for (let round = 0; round < 60; round += 1) {
    const jobId = `random-${round}`;
    const runs = Array.from({ length: random.int(1, 50) }, (_, n): Made => {
      const status = random.pick(STATUSES);
      return {
        status,
        startedMs: NOW_MS - (60 - n) * HOUR_MS,
        seconds: status === 'running' ? null : random.int(1, 900),
      };
    });
    await makeJob(jobId, runs);
    const job = await jobOf(jobId);
    const judged = runs.slice(-30).filter(({ status }) => status !== 'running' && status !== 'cancelled');
    const last = judged.at(-1)?.status;
    let streak = 0;
    while (streak < judged.length && judged.at(-1 - streak)?.status === last) streak += 1;
    const failed = runs.findLastIndex(({ status }) => status === 'failed' || status === 'partial');
    expect({ jobId, ...job }).toMatchObject({
      jobId,
      recentRuns: runs.slice(-30).map(({ status }) => ({ status })),
      successRate: {
        succeeded: judged.filter(({ status }) => status === 'succeeded').length,
        partial: judged.filter(({ status }) => status === 'partial').length,
        total: judged.length,
      },
      streak: last === undefined ? null : { status: last, runs: streak },
      lastFailure: failed === -1 ? null : { runId: `${jobId}-${failed + 1}` },
    });
  }
});
