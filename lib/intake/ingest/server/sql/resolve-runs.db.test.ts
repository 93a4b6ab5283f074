import { describe, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { findLines } from '@/lib/reading/lines/server/find-lines';
import { getRun } from '@/lib/runs/server/get-run';
import { openRun } from '@/lib/runs/server/open-run';
import { updateRun } from '@/lib/runs/server/update-run';
import { ADMIN, GATEWAY, postLines, READER } from '@/lib/testing/ingest';
import { useTestDatabase } from '@/lib/testing/test-database';
import { deleteRun } from '@/lib/runs/server/delete-run';
import { forgetRuns } from './resolve-runs';

useTestDatabase();

const messagesOf = async (runId: string) =>
  (await findLines(READER, runId, { limit: 500, order: 'asc' })).lines.map(({ message }) => message);
const runOf = async (record: Record<string, unknown>) =>
  (await postLines([{ message: 'a', ...record }])).runs[0]?.runId ?? '';
const ago = (minutes: number, ms = 0) => new Date(Date.now() - minutes * 60_000 + ms).toISOString();

describe('runs are told apart by job and run id', () => {
  test('two jobs with the same run id have a run each, in one batch and in turn, under addresses that stay', async () => {
    const answer = await postLines([
      { message: 'first', run_id: 77, job_id: 'one' },
      { message: 'failed', run_id: 77, job_id: 'two', level: 'ERROR' },
      { message: 'first too', run_id: 77, job_id: 'one' },
    ]);
    expect(answer.runs).toEqual([
      { runId: '77', firstSeq: 1, lastSeq: 2 },
      { runId: '77~two', firstSeq: 1, lastSeq: 1 },
    ]);
    forgetRuns();
    expect(await runOf({ run_id: '77', job_id: 'two' })).toBe('77~two');
    expect(await runOf({ run_id: '77', job_id: 'one' })).toBe('77');
    expect(await getRun(READER, '77~two')).toMatchObject({ jobId: 'two', number: 1, lineCount: 2 });
    expect(await messagesOf('77')).toEqual(['first', 'first too', 'a']);
    const opened = await openRun(GATEWAY, { jobId: 'two', runId: '77' });
    expect(opened).toMatchObject({ isNew: false, run: { runId: '77~two' } });
    const third = await openRun(GATEWAY, { jobId: 'three', runId: '77' });
    expect(third).toMatchObject({ isNew: true, run: { runId: '77~three', jobId: 'three', number: 1 } });
  });

  test('a line that names the address it was answered belongs to that run, with its job or without', async () => {
    const opened = (await openRun(GATEWAY, { jobId: 'addressed' })).run.runId;
    expect(await runOf({ run_id: opened })).toBe(opened);
    expect(await runOf({ run_id: opened, job_id: 'addressed' })).toBe(opened);
    expect(await runOf({ run_id: '77~two' })).toBe('77~two');
    expect(await runOf({ run_id: '77~two', job_id: 'two' })).toBe('77~two');
  });

  test('without a job the open run of that id is meant, else the latest', async () => {
    for (const jobId of ['early', 'middle', 'late']) await openRun(GATEWAY, { jobId, runId: 'shared' });
    await updateRun(GATEWAY, 'shared~late', { status: 'succeeded' });
    await updateRun(GATEWAY, 'shared', { status: 'succeeded' });
    expect(await runOf({ run_id: 'shared' })).toBe('shared~middle');
    await updateRun(GATEWAY, 'shared~middle', { status: 'failed' });
    forgetRuns();
    expect(await runOf({ run_id: 'shared' })).toBe('shared~late');
  });

  test('lines that named no job move to the first job that does, and stay when another one does', async () => {
    await postLines([{ message: 'early', run_id: 'orphan' }]);
    const answer = await postLines([
      { message: 'b', run_id: 'orphan', job_id: 'adopter' },
      { message: 'c', run_id: 'orphan', job_id: 'other' },
    ]);
    expect(answer.runs.map(({ runId }) => runId)).toEqual(['orphan', 'orphan~other']);
    expect(await messagesOf('orphan')).toEqual(['early', 'b']);
    expect(await getRun(READER, 'orphan')).toMatchObject({ jobId: 'adopter', number: 1 });
    await openRun(GATEWAY, { jobId: 'owner', runId: 'owned' });
    await db().$executeRaw`
      INSERT INTO run (id, sender_run_id, job_id, number, status, started_at)
      VALUES ('owned-unknown', 'owned', 'system:unknown', 99, 'running', now() - interval '1 hour')`;
    forgetRuns();
    expect(await runOf({ run_id: 'owned', job_id: 'owner' })).toBe('owned');
    expect(await getRun(READER, 'owned-unknown')).toMatchObject({ jobId: 'system:unknown' });
  });

  test('an address that another run took after a deletion gets no lines of the run that was there', async () => {
    await postLines([{ message: 'old', run_id: 'remade', job_id: 'first' }]);
    await db().$executeRaw`DELETE FROM run WHERE id = 'remade'`;
    await db().$executeRaw`DELETE FROM log_chunk WHERE run_id = 'remade'`;
    await db().$executeRaw`DELETE FROM line_count WHERE run_id = 'remade'`;
    await db().$executeRaw`
      INSERT INTO run (id, sender_run_id, job_id, number, status, started_at)
      VALUES ('remade', 'remade', 'two', 7, 'running', now())`;
    expect(await runOf({ run_id: 'remade', job_id: 'first' })).toBe('remade~first');
    expect(await messagesOf('remade')).toEqual([]);
    await deleteRun(ADMIN, 'remade');
  });

  test('two hundred batches at once with the same new runs number them without holes', async () => {
    const records = Array.from({ length: 30 }, (_, n) => ({
      message: 'x',
      run_id: `many-${n}`,
      job_id: `many-${n % 2}`,
    }));
    const orders = [records, [...records].reverse()];
    await Promise.all(Array.from({ length: 20 }, (_, n) => postLines(orders[n % 2] ?? [])));
    for (const jobId of ['many-0', 'many-1']) {
      const runs = await db().run.findMany({ where: { jobId }, select: { number: true, lastSeq: true } });
      expect(runs.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
        Array.from({ length: 15 }, (_, n) => n + 1),
      );
      expect(runs.every(({ lastSeq }) => lastSeq === 20)).toBe(true);
    }
  });

  test('5,000 new runs of 5,000 jobs in one batch, each with a device', async () => {
    const answer = await postLines(
      Array.from({ length: 5000 }, (_, n) => ({ message: 'x', run_id: `mass-${n}`, job_id: `mass-${n}`, device: 'd' })),
    );
    expect(answer).toMatchObject({ accepted: 5000 });
    expect(answer.runs).toHaveLength(5000);
    expect(await db().runDevice.count({ where: { runId: { startsWith: 'mass-' }, status: 'running' } })).toBe(5000);
  });
});

describe('lines without a job', () => {
  test('share the run of the system job of their day, whatever their component', async () => {
    const answer = await postLines([
      { message: 'a', component: 'scheduler', timestamp: '2026-03-04T05:06:07Z' },
      { message: 'b', component: '46', timestamp: '2026-03-04T23:59:59Z' },
      { message: 'c', timestamp: '2026-03-05T00:00:00Z' },
    ]);
    expect(answer.runs.map(({ runId }) => runId)).toEqual(['system:2026-03-04', 'system:2026-03-05']);
    expect(await getRun(READER, 'system:2026-03-04')).toMatchObject({
      jobId: 'system',
      jobName: 'System',
      componentCounts: { scheduler: 1, '46': 1 },
    });
  });

  test('a day that is over is ended from the start, and late lines go in without opening it', async () => {
    await postLines([{ message: 'a', timestamp: '2026-03-06T10:00:00Z', device: 'sw' }]);
    expect(await getRun(READER, 'system:2026-03-06')).toMatchObject({
      status: 'succeeded',
      finishedAt: '2026-03-06T10:00:00.000Z',
      deviceCounts: { succeeded: 1 },
    });
    await postLines([{ message: 'b', timestamp: '2026-03-06T12:00:00Z' }]);
    await postLines([{ message: 'c', timestamp: '2026-03-06T09:00:00Z' }]);
    expect(await getRun(READER, 'system:2026-03-06')).toMatchObject({
      status: 'succeeded',
      startedAt: '2026-03-06T09:00:00.000Z',
      finishedAt: '2026-03-06T12:00:00.000Z',
      lineCount: 3,
    });
  });

  test('a clock that is not set, or years ahead, opens no day of its own', async () => {
    const today = new Date().toISOString().slice(0, 10);
    for (const timestamp of ['1970-01-01T00:00:00Z', '2099-01-01T00:00:00Z']) {
      expect(await runOf({ timestamp })).toBe(`system:${today}`);
    }
  });
});

describe('lines that name only their job go to the run whose time they fit', () => {
  const cases: [string, (job: string) => Promise<string | null>, Record<string, unknown>, boolean][] = [
    ['an open run that was announced', (job) => announced(job), {}, true],
    ['an open run of a sender’s id, at its time', (job) => announced(job, { runId: `${job}-r` }), {}, true],
    [
      'an open run of a sender’s id, minutes before it',
      (job) => announced(job, { runId: `${job}-r`, startedAt: ago(10) }),
      { timestamp: ago(12) },
      false,
    ],
    [
      'an open announced run, hours before it',
      (job) => announced(job, { startedAt: ago(10) }),
      { timestamp: ago(300) },
      false,
    ],
    [
      'an open announced run, minutes before it',
      (job) => announced(job, { startedAt: ago(10) }),
      { timestamp: ago(12) },
      true,
    ],
    [
      'a straggler of 80 ms after the end',
      (job) => ended(job, { runId: `${job}-r`, startedAt: ago(10) }, ago(2)),
      { timestamp: ago(2, 80) },
      true,
    ],
    [
      'a line of now, just after the end',
      (job) => ended(job, { runId: `${job}-r`, startedAt: ago(10) }, ago(0)),
      {},
      true,
    ],
    [
      'a line of now, a minute after the end of a sender’s run',
      (job) => ended(job, { runId: `${job}-r`, startedAt: ago(10) }, ago(1)),
      {},
      false,
    ],
    [
      'a line of now, a minute after the end of a run without an id',
      (job) => ended(job, { startedAt: ago(10) }, ago(1)),
      {},
      true,
    ],
    [
      'a line of now, ten minutes after the end of a run without an id',
      (job) => ended(job, { startedAt: ago(20) }, ago(10)),
      {},
      false,
    ],
    [
      'a late line of an old run',
      (job) => ended(job, { runId: `${job}-r`, startedAt: ago(600) }, ago(500)),
      { timestamp: ago(550) },
      true,
    ],
    ['a line of yesterday, beside today’s run', (job) => announced(job), { timestamp: ago(1440) }, false],
    ['a line of a clock that is not set', (job) => announced(job), { timestamp: 0 }, true],
    ['a line of a clock that is years ahead', (job) => announced(job), { timestamp: '2099-01-01T00:00:00Z' }, true],
    ['a line beside the run that an earlier line opened', (job) => runOf({ job_id: job }), {}, true],
    ['an earlier line of the same minutes', (job) => runOf({ job_id: job }), { timestamp: ago(3) }, true],
  ];
  test.each(cases)('%s', async (name, open, line, isSame) => {
    const job = `fit-${name}`;
    const run = await open(job);
    const other = await runOf({ job_id: job, ...line });
    expect(other === run).toBe(isSame);
    expect(await runOf({ job_id: job, ...line })).toBe(other);
  });

  const announced = async (jobId: string, more: { runId?: string; startedAt?: string } = {}) =>
    (await openRun(GATEWAY, { jobId, ...more })).run.runId;

  async function ended(
    jobId: string,
    more: { runId?: string; startedAt: string },
    finishedAt: string,
  ): Promise<string> {
    const runId = await announced(jobId, more);
    await updateRun(GATEWAY, runId, { status: 'succeeded', finishedAt });
    await db().$executeRaw`UPDATE run SET last_received_at = ${new Date(finishedAt)} WHERE id = ${runId}`;
    return runId;
  }

  test('one batch: each line to the run of its time, the rest to one run each of their own', async () => {
    const night = await ended('nightly', { runId: 'night-1', startedAt: ago(500) }, ago(490));
    const now = await announced('nightly', { startedAt: ago(2) });
    const answer = await postLines([
      { message: 'of the night', job_id: 'nightly', timestamp: ago(495) },
      { message: 'between', job_id: 'nightly', timestamp: ago(300) },
      { message: 'between too', job_id: 'nightly', timestamp: ago(299) },
      { message: 'of now', job_id: 'nightly' },
      { message: 'of the day before', job_id: 'nightly', timestamp: ago(2000) },
    ]);
    expect(await messagesOf(night)).toEqual(['of the night']);
    expect(await messagesOf(now)).toEqual(['of now']);
    const others = answer.runs.map(({ runId }) => runId).filter((id) => id !== night && id !== now);
    expect(await Promise.all(others.map(messagesOf))).toEqual(
      expect.arrayContaining([['between', 'between too'], ['of the day before']]),
    );
    expect(others).toHaveLength(2);
    expect(await runOf({ job_id: 'nightly', timestamp: ago(300, 5000) })).toBe(
      answer.runs.find(({ runId, lastSeq }) => others.includes(runId) && lastSeq === 2)?.runId,
    );
  });

  test('an import of yesterday in many batches is one run, beside present lines', async () => {
    const live = await runOf({ job_id: 'import' });
    const imported = new Set<string>();
    for (let n = 0; n < 5; n += 1) imported.add(await runOf({ job_id: 'import', timestamp: ago(1500 - n) }));
    expect(imported.size).toBe(1);
    expect(imported.has(live)).toBe(false);
    expect(await runOf({ job_id: 'import' })).toBe(live);
    expect((await getRun(READER, [...imported][0] ?? '')).startedAt.slice(0, 16)).toBe(ago(1500).slice(0, 16));
  });

  test('a device whose clock is a year behind opens no run of its own beside present lines', async () => {
    const answer = await postLines([
      { message: 'behind', job_id: 'skewed-job', device: 'old', timestamp: ago(525_600) },
      ...['a', 'b', 'c'].map((device) => ({ message: 'now', job_id: 'skewed-job', device })),
    ]);
    expect(answer.runs).toHaveLength(1);
  });

  test('twenty batches at once of one job, old lines and new, open two runs', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        postLines([{ message: 'x', job_id: 'fit-race', timestamp: ago(n % 2 ? 0 : 900) }]),
      ),
    );
    expect(new Set(answers.flatMap(({ runs }) => runs.map(({ runId }) => runId))).size).toBe(2);
  });
});
