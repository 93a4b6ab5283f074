import { beforeEach, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { GATEWAY, postLines, READER } from '@/lib/testing/ingest';
import { useTestDatabase } from '@/lib/testing/test-database';
import { findRunsQuery, openRunInput, updateRunInput } from '../schema';
import { countRunFacets } from './count-run-facets';
import { findRuns } from './find-runs';
import { getRun } from './get-run';
import { getRunAddress } from './get-run-address';
import { openRun } from './open-run';
import { putDevice } from './put-device';
import { updateRun } from './update-run';

useTestDatabase();

const address = (runId: string, jobId?: string) => getRunAddress(READER, 'runs:read', { runId, jobId });

test('with a job the path holds the sender’s own id, without one the address', async () => {
  for (const jobId of ['one', 'two']) await openRun(GATEWAY, { jobId, runId: '9' });
  expect(await address('9')).toBe('9');
  expect(await address('9', 'one')).toBe('9');
  expect(await address('9', 'two')).toBe('9~two');
  expect(await address('9~two', 'two')).toBe('9~two');
  await expect(address('9', 'three')).rejects.toMatchObject({ code: 'not_found' });
  await expect(getRunAddress(READER, 'runs:write', { runId: '9', jobId: 'one' })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

describe('what a path cannot hold', () => {
  test.each(['.', '..', ' .. ', 'a\u0000b', 'line\nend', '', '   ', 'x'.repeat(201)])('%j is refused', async (id) => {
    expect(openRunInput.safeParse({ jobId: 'j', runId: id }).success).toBe(false);
    expect(openRunInput.safeParse({ jobId: 'j', devices: [{ device: id }] }).success).toBe(false);
    await expect(putDevice(GATEWAY, { runId: '9', device: id }, { status: 'failed' })).rejects.toMatchObject({
      code: 'invalid_request',
    });
  });

  test.each(['.', '..', 'line\nend'])('a line’s run id %j is kept, under another address', async (id) => {
    const { runs } = await postLines([{ message: 'a', run_id: id, job_id: 'dots' }]);
    const runId = runs[0]?.runId ?? '';
    expect(runId).not.toBe(id);
    expect(await address(id, 'dots')).toBe(runId);
    expect((await postLines([{ message: 'b', run_id: id, job_id: 'dots' }])).runs[0]?.runId).toBe(runId);
  });
});

test.each(['0000-01-01T00:00:00Z', '0001-01-01T00:00:00+10:00', '9999-12-31T23:59:59-23:00', '2026-13-01T00:00:00Z'])(
  '%s is refused as a time',
  (time) => {
    expect(updateRunInput.safeParse({ finishedAt: time }).success).toBe(false);
    expect(openRunInput.safeParse({ jobId: 'j', startedAt: time }).success).toBe(false);
    expect(findRunsQuery.safeParse({ from: time }).success).toBe(false);
  },
);

test.each(['0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '2026-01-01T00:00:00+23:59', '1969-12-31T23:59:59.999Z'])(
  '%s is stored and searched by',
  async (time) => {
    const { run } = await openRun(GATEWAY, { jobId: 'times', queuedAt: time, startedAt: time });
    await updateRun(GATEWAY, run.runId, { startedAt: time, finishedAt: time });
    const device = { status: 'running', startedAt: time, finishedAt: time } as const;
    await putDevice(GATEWAY, { runId: run.runId, device: 'd' }, device);
    expect((await findRuns(READER, findRunsQuery.parse({ from: time, to: time }))).runs).toEqual([]);
  },
);

describe('a day that is over is ended by whoever reads first', () => {
  const reads: [string, () => Promise<unknown>][] = [
    ['the list', () => findRuns(READER, findRunsQuery.parse({}))],
    ['the counts', () => countRunFacets(READER, {})],
    ['the run', () => getRun(READER, 'system:2026-02-03')],
  ];
  const statuses = async (): Promise<string[]> =>
    (await db().run.findMany({ where: { jobId: 'system' }, orderBy: { startedAt: 'asc' } })).map(
      ({ status }) => status,
    );
  const openPastDay = async (): Promise<void> => {
    await postLines([{ message: 'a', timestamp: '2026-02-03T04:05:06Z' }]);
    await postLines([{ message: 'a' }]);
    await db().$executeRaw`UPDATE run SET status = 'running', finished_at = NULL WHERE job_id = 'system'`;
  };
  /** What a process remembers of past days goes (lib/process-state.ts). */
  beforeEach(() => void Reflect.deleteProperty(globalThis, Symbol.for('netraven.pastDays')));

  test.each(reads)('%s', async (_name, read) => {
    await openPastDay();
    await read();
    expect(await statuses()).toEqual(['succeeded', 'running']);
  });

  test('a day whose run somebody holds is ended by the first reader behind it', async () => {
    await openPastDay();
    await db().$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM run WHERE id = 'system:2026-02-03' FOR UPDATE`;
      await getRun(READER, 'system:2026-02-03');
    });
    expect(await statuses()).toEqual(['running', 'running']);
    await getRun(READER, 'system:2026-02-03');
    expect(await statuses()).toEqual(['succeeded', 'running']);
  });

  test('once no past day is open, reads look for none until the next day', async () => {
    await getRun(READER, 'system:2026-02-03').catch(() => null);
    await openPastDay();
    await getRun(READER, 'system:2026-02-03');
    expect(await statuses()).toEqual(['running', 'running']);
  });
});
