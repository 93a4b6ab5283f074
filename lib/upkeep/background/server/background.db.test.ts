import { describe, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { findLines } from '@/lib/reading/lines/server/find-lines';
import { openRun } from '@/lib/runs/server/open-run';
import { getRun } from '@/lib/runs/server/get-run';
import { updateRun } from '@/lib/runs/server/update-run';
import { GATEWAY, postLines, READER } from '@/lib/testing/ingest';
import { useTestDatabase } from '@/lib/testing/test-database';
import { endSilentRuns } from './sql/end-silent-runs';
import { findMergeableRuns } from './sql/find-mergeable-runs';
import { mergeRun } from './sql/merge-run';
import { purgeBatchKeys } from './sql/purge-batch-keys';

useTestDatabase();

const age = (runId: string, interval: string) =>
  db()
    .$executeRaw`UPDATE run SET last_received_at = now() - ${interval}::interval, started_at = started_at - ${interval}::interval WHERE id = ${runId}`;
const chunksOf = (runId: string) =>
  db().logChunk.findMany({
    where: { runId },
    select: { firstSeq: true, lineCount: true, sealed: true },
    orderBy: { firstSeq: 'asc' },
  });
const messagesOf = async (runId: string) =>
  (await findLines(READER, runId, { limit: 500, order: 'asc' })).lines.map(({ message }) => message);

async function postOneByOne(runId: string, count: number): Promise<void> {
  for (let n = 1; n <= count; n += 1) {
    await postLines([{ run_id: runId, message: `${runId} ${n}`, seq: n % 2 ? n : undefined }]);
  }
}

describe('merge and seal', () => {
  test('an ended run’s small chunks become one, sealed, with every line as it was; a late line is merged again', async () => {
    await postOneByOne('merge', 30);
    const before = await findLines(READER, 'merge', { limit: 500, order: 'asc' });
    await updateRun(GATEWAY, 'merge', { status: 'succeeded' });
    expect(await findMergeableRuns()).not.toContain('merge');
    await age('merge', '10 seconds');
    expect(await findMergeableRuns()).toContain('merge');
    await mergeRun('merge');
    expect(await chunksOf('merge')).toEqual([{ firstSeq: 1, lineCount: 30, sealed: true }]);
    expect(await findLines(READER, 'merge', { limit: 500, order: 'asc' })).toEqual(before);
    await postLines([{ run_id: 'merge', message: 'late' }]);
    expect((await db().run.findUnique({ where: { id: 'merge' } }))?.sealedAt).toBeNull();
    await mergeRun('merge');
    expect(await chunksOf('merge')).toEqual([{ firstSeq: 1, lineCount: 31, sealed: true }]);
    expect((await messagesOf('merge')).at(-1)).toBe('late');
  });

  test('while lines arrive and two servers merge at once, no line is lost, doubled or moved', async () => {
    await postOneByOne('busy', 40);
    await updateRun(GATEWAY, 'busy', { status: 'failed' });
    await Promise.all([
      mergeRun('busy'),
      mergeRun('busy'),
      postLines([{ run_id: 'busy', message: 'during' }]),
      mergeRun('busy'),
    ]);
    await mergeRun('busy');
    expect(await messagesOf('busy')).toEqual([...Array.from({ length: 40 }, (_, n) => `busy ${n + 1}`), 'during']);
    expect(await chunksOf('busy')).toHaveLength(1);
  });

  test('an open run in few pieces is left alone', async () => {
    await postOneByOne('open', 3);
    expect(await findMergeableRuns()).not.toContain('open');
    await mergeRun('open');
    expect(await chunksOf('open')).toHaveLength(3);
  });
});

describe('silence', () => {
  test('an announced run becomes stale after an hour, a line brings it back', async () => {
    await openRun(GATEWAY, { jobId: 'silent', runId: 'silent' });
    expect(await endSilentRuns()).not.toContain('silent');
    await age('silent', '61 minutes');
    expect(await endSilentRuns()).toContain('silent');
    expect(await getRun(READER, 'silent')).toMatchObject({ status: 'stale' });
    await postLines([{ run_id: 'silent', message: 'still here' }]);
    expect(await getRun(READER, 'silent')).toMatchObject({ status: 'running', finishedAt: null });
  });

  test('the implicit run of a job ends after five minutes, a system job’s day when it is over', async () => {
    const job =
      (await postLines([{ job_id: 'implicit', message: 'a', device: 'r1', level: 'ERROR' }])).runs[0]?.runId ?? '';
    const today = (await postLines([{ component: 'api', message: 'a' }])).runs[0]?.runId ?? '';
    const past = 'system:2026-01-02';
    await postLines([{ component: 'api', message: 'a', timestamp: '2026-01-02T03:04:05Z' }]);
    await db().$executeRaw`UPDATE run SET status = 'running', finished_at = NULL WHERE id = ${past}`;
    await db().$executeRaw`UPDATE run SET last_received_at = now() - interval '6 minutes' WHERE id = ${job}`;
    const ended = await endSilentRuns();
    expect(ended).toEqual(expect.arrayContaining([job, past]));
    expect(ended).not.toContain(today);
    expect(await getRun(READER, job)).toMatchObject({ status: 'stale', deviceCounts: { failed: 1, running: 0 } });
    expect(await getRun(READER, past)).toMatchObject({ status: 'succeeded', finishedAt: '2026-01-02T03:04:05.000Z' });
  });
});

test('idempotency keys are forgotten after a week', async () => {
  await postLines([{ run_id: 'keys', message: 'a' }], { headers: { 'idempotency-key': 'old' } });
  await postLines([{ run_id: 'keys', message: 'a' }], { headers: { 'idempotency-key': 'new' } });
  await db().$executeRaw`UPDATE ingest_batch SET created_at = now() - interval '8 days' WHERE key_hash = sha256('old')`;
  expect(await purgeBatchKeys()).toBe(1);
});
