import { describe, expect, test, vi } from 'vitest';
import { db } from '@/lib/db/client';
import { findRunsQuery } from '../schema';
import { ADMIN, GATEWAY, postLines, READER } from '@/lib/testing/ingest';
import { useTestDatabase } from '@/lib/testing/test-database';
import { addDeviceCounts } from './sql/add-device-counts';
import { deleteRun } from './delete-run';
import { findRuns } from './find-runs';
import { getRun } from './get-run';
import { getRunWithDevices } from './get-run-with-devices';
import { openRun } from './open-run';
import { putDevice } from './put-device';
import { updateRun } from './update-run';

useTestDatabase();

const find = async (query: Record<string, string | number | undefined>) =>
  (await findRuns(READER, findRunsQuery.parse(query))).runs.map(({ runId }) => runId);

describe('a run from opening to end', () => {
  test('the same id again answers the same run; numbers count within the job', async () => {
    const first = await openRun(GATEWAY, {
      jobId: 'j1',
      runId: 'r1',
      jobName: 'Nightly',
      jobType: 'config_backup',
      queuedAt: '2026-01-01T00:00:00Z',
    });
    const again = await openRun(GATEWAY, { jobId: 'j1', runId: 'r1', startedAt: '2026-01-01T00:00:09Z' });
    expect([first.isNew, again.isNew]).toEqual([true, false]);
    expect(first.run).toMatchObject({ number: 1, status: 'queued', jobName: 'Nightly' });
    expect(again.run).toMatchObject({ number: 1, startedAt: '2026-01-01T00:00:09.000Z' });
    expect((await openRun(GATEWAY, { jobId: 'j1' })).run.number).toBe(2);
  });

  test('ten openings at once of ten runs number them 1 to 10', async () => {
    await Promise.all(Array.from({ length: 10 }, (_, n) => openRun(GATEWAY, { jobId: 'j-race', runId: `race-${n}` })));
    const rows = await db().run.findMany({ where: { jobId: 'j-race' }, select: { number: true } });
    expect(rows.map(({ number }) => number).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test('devices go from pending over running to what is reported, or to what their lines tell', async () => {
    const devices = ['reported', 'silent', 'failing', 'fine'].map((device) => ({ device, site: 'fra' }));
    await openRun(GATEWAY, { jobId: 'j2', runId: 'devices', devices });
    await postLines([
      { run_id: 'devices', message: 'a', device: 'failing', level: 'ERROR' },
      { run_id: 'devices', message: 'b', device: 'fine' },
      { run_id: 'devices', message: 'c', device: 'nobody announced' },
    ]);
    expect(await getRun(READER, 'devices')).toMatchObject({ deviceCounts: { pending: 2, running: 3 } });
    await putDevice(
      GATEWAY,
      { runId: 'devices', device: 'reported' },
      { status: 'unreachable', cause: 'no route', phases: [{ phase: 'connect' }] },
    );
    await putDevice(GATEWAY, { runId: 'devices', device: 'reported' }, { status: 'unreachable' });
    await updateRun(GATEWAY, 'devices', { status: 'partial', declaredLineCount: 5, resultText: 'so so' });
    const run = await getRunWithDevices(READER, 'devices');
    expect(await getRun(READER, 'devices')).not.toHaveProperty('devices');
    expect(run).toMatchObject({
      deviceCounts: { unreachable: 1, not_attempted: 1, skipped: 0, failed: 1, succeeded: 2, pending: 0, running: 0 },
      missingLineCount: 2,
    });
    expect(run.devices.find(({ device }) => device === 'reported')).toMatchObject({
      cause: 'no route',
      site: 'fra',
      phases: [{ phase: 'connect' }],
    });
    await postLines([{ run_id: 'devices', message: 'late', device: 'late one', level: 'ERROR' }]);
    expect(await getRun(READER, 'devices')).toMatchObject({ deviceCounts: { failed: 2 }, status: 'partial' });
  });

  test('a result that waited for the first line of its device is counted once', async () => {
    await openRun(GATEWAY, { jobId: 'j-beside', runId: 'beside', devices: [{ device: 'sw-1' }] });
    const isWaiting = async () => {
      const rows = await db().$queryRaw<{ waiting: number }[]>`
        SELECT count(*)::int AS waiting FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      return rows[0]?.waiting === 1;
    };
    let result = Promise.resolve();
    await db().$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM run WHERE id = 'beside' FOR UPDATE`;
      result = putDevice(GATEWAY, { runId: 'beside', device: 'sw-1' }, { status: 'unchanged' });
      await vi.waitUntil(isWaiting);
      await tx.$executeRaw`UPDATE run_device SET status = 'running' WHERE run_id = 'beside'`;
      await addDeviceCounts(tx, 'beside', { pending: -1, running: 1 });
    });
    await result;
    expect((await getRun(READER, 'beside')).deviceCounts).toMatchObject({ unchanged: 1, running: 0, pending: 0 });
  });

  test('facts and links are kept until others are reported, without secrets', async () => {
    await openRun(GATEWAY, { jobId: 'j-facts', runId: 'facts', devices: [{ device: 'a' }, { device: 'b' }] });
    const at = { runId: 'facts', device: 'a' };
    const links = [{ title: 'Diff', url: 'https://git.example.net/diff?token=hunter22secret' }];
    await putDevice(GATEWAY, at, {
      status: 'running',
      facts: { bytes: 48_211, isFull: true, image: 'ios 17.9' },
      links,
    });
    await putDevice(GATEWAY, at, { status: 'changed' });
    const { devices } = await getRunWithDevices(READER, 'facts');
    expect(devices).toMatchObject([
      {
        device: 'a',
        status: 'changed',
        facts: { bytes: 48_211, isFull: true, image: 'ios 17.9' },
        links: [{ title: 'Diff' }],
      },
      { device: 'b', facts: {}, links: [] },
    ]);
    expect(JSON.stringify(devices)).not.toContain('hunter22secret');
    await putDevice(GATEWAY, at, { status: 'changed', facts: {}, links: [] });
    expect((await getRunWithDevices(READER, 'facts')).devices[0]).toMatchObject({ facts: {}, links: [] });
  });

  test('a cancelled run skips what was not finished', async () => {
    await openRun(GATEWAY, { jobId: 'j3', runId: 'cancelled', devices: [{ device: 'a' }, { device: 'b' }] });
    await putDevice(GATEWAY, { runId: 'cancelled', device: 'a' }, { status: 'running' });
    await updateRun(GATEWAY, 'cancelled', { status: 'cancelled' });
    expect(await getRun(READER, 'cancelled')).toMatchObject({
      deviceCounts: { skipped: 1, not_attempted: 1, pending: 0, running: 0 },
    });
  });

  test('lines that came before the job was known move with their run', async () => {
    await postLines([{ message: 'early', run_id: 'adopted' }]);
    await openRun(GATEWAY, { jobId: 'j4', runId: 'adopted', jobName: 'Known now' });
    expect(await getRun(READER, 'adopted')).toMatchObject({
      jobId: 'j4',
      jobName: 'Known now',
      number: 1,
      lineCount: 1,
    });
  });

  test('unknown runs and missing rights are told apart from success', async () => {
    await expect(updateRun(GATEWAY, 'nothing', { status: 'failed' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(putDevice(GATEWAY, { runId: 'nothing', device: 'a' }, { status: 'failed' })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(getRun(GATEWAY, 'r1')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(updateRun(READER, 'r1', {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(deleteRun(GATEWAY, 'r1')).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('deleting leaves nothing behind, and a later line opens the run anew', async () => {
    await postLines([{ run_id: 'deleted', message: 'a', device: 'd' }]);
    await deleteRun(ADMIN, 'deleted');
    for (const count of [
      db().logChunk.count({ where: { runId: 'deleted' } }),
      db().lineCount.count({ where: { runId: 'deleted' } }),
      db().runDevice.count({ where: { runId: 'deleted' } }),
    ]) {
      expect(await count).toBe(0);
    }
    expect(await postLines([{ run_id: 'deleted', message: 'b' }])).toMatchObject({ runs: [{ firstSeq: 1 }] });
  });
});

describe('the job list', () => {
  test('keyset pages hold every run once, in order, while new ones arrive', async () => {
    for (let n = 0; n < 25; n += 1) {
      // Five runs share each start, so that the tie-break is needed.
      await openRun(GATEWAY, {
        jobId: 'pages',
        runId: `page-${n}`,
        startedAt: `2026-02-0${1 + Math.floor(n / 5)}T00:00:00Z`,
      });
    }
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await findRuns(READER, findRunsQuery.parse({ job: 'pages', limit: 4, ...(cursor && { cursor }) }));
      seen.push(...page.runs.map(({ runId }) => runId));
      await openRun(GATEWAY, { jobId: 'pages' });
      cursor = page.nextCursor;
    }
    expect(seen.filter((id) => id.startsWith('page-'))).toHaveLength(25);
    expect(new Set(seen).size).toBe(seen.length);
    await expect(findRuns(READER, findRunsQuery.parse({ cursor: 'nonsense' }))).rejects.toMatchObject({
      code: 'invalid_request',
    });
  });

  test('filters by status, type, device, time and text', async () => {
    await openRun(GATEWAY, {
      jobId: 'f1',
      runId: 'f-run',
      jobName: '100% Filter_me',
      jobType: 'special',
      gateway: 'gw-9',
      startedAt: '2025-05-05T05:00:00Z',
      devices: [{ device: 'f-dev' }],
    });
    await updateRun(GATEWAY, 'f-run', { status: 'failed', resultText: 'all broken' });
    for (const query of [
      { type: 'special' },
      { device: 'f-dev' },
      { q: '100% filter_' },
      { q: 'gw-9' },
      { q: 'BROKEN' },
      { from: '2025-05-05T00:00:00Z', to: '2025-05-06T00:00:00Z' },
      { status: 'failed,cancelled', job: 'f1' },
    ]) {
      expect(await find(query), JSON.stringify(query)).toEqual(['f-run']);
    }
    expect(await find({ type: 'special', status: 'running' })).toEqual([]);
    expect(await find({ q: '100_ filter' })).toEqual([]);
    expect(await find({ status: ',', type: 'special' })).toEqual(['f-run']);
  });
});
