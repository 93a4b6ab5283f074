import { expect, test } from 'vitest';
import { mergeRun } from '@/lib/upkeep/background/server/sql/merge-run';
import { db, pool } from '@/lib/db/client';
import { findLines } from '@/lib/reading/lines/server/find-lines';
import { ADMIN, GATEWAY, postLines, READER } from '@/lib/testing/ingest';
import { useTestDatabase } from '@/lib/testing/test-database';
import { deleteRunsInput } from '../schema';
import { deleteRuns } from './delete-runs';
import { findRuns } from './find-runs';
import { updateRun } from './update-run';

useTestDatabase();

const ids = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, n) => `${prefix}-${n}`);

async function makeRuns(runIds: string[]): Promise<void> {
  await postLines(
    runIds.flatMap((id) => [1, 2, 3].map((n) => ({ run_id: id, job_id: 'j', device: `d${n}`, message: 'm' }))),
  );
}

const countRows = async (runIds: string[]): Promise<number[]> => {
  const where = { runId: { in: runIds } };
  return Promise.all([
    db().run.count({ where: { id: { in: runIds } } }),
    db().logChunk.count({ where }),
    db().lineCount.count({ where }),
    db().runDevice.count({ where }),
  ]);
};

/** Pid of the connection that waits for a lock in a statement that deletes chunks. */
async function findWaitingDelete(): Promise<number> {
  for (;;) {
    const { rows } = await pool().query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%DELETE FROM log_chunk%' AND pid <> pg_backend_pid()`,
    );
    if (rows[0]) return rows[0].pid;
  }
}

test('many runs at once, with what was not there; the others stay', async () => {
  const all = ids('many', 30);
  await makeRuns(all);
  const gone = all.slice(0, 20);
  expect(await deleteRuns(ADMIN, [...gone, gone[0] ?? '', 'never there'])).toEqual({
    deleted: 20,
    notFound: ['never there'],
  });
  expect(await countRows(gone)).toEqual([0, 0, 0, 0]);
  expect((await countRows(all.slice(20))).map((count) => count >= 10)).toEqual([true, true, true, true]);
  expect(await deleteRuns(ADMIN, gone.slice(0, 2))).toEqual({ deleted: 0, notFound: gone.slice(0, 2) });
  await expect(deleteRuns(GATEWAY, all)).rejects.toMatchObject({ code: 'forbidden' });
});

test('1 to 1,000 ids', () => {
  expect(deleteRunsInput.safeParse({ runIds: [] }).success).toBe(false);
  expect(deleteRunsInput.safeParse({ runIds: ids('x', 1001) }).success).toBe(false);
  expect(deleteRunsInput.parse({ runIds: [42, 'a'] })).toEqual({ runIds: ['42', 'a'] });
});

test('killed half-way nothing is gone, and meanwhile readers read', async () => {
  const runIds = ids('killed', 20);
  await makeRuns(runIds);
  await updateRun(GATEWAY, 'killed-0', { status: 'succeeded' });
  await mergeRun('killed-0');
  const before = await countRows(runIds);
  const hours = await db().hourCount.findMany();
  const blocker = await pool().connect();
  await blocker.query('BEGIN');
  await blocker.query(`SELECT 1 FROM log_chunk WHERE run_id = 'killed-7' FOR UPDATE`);
  const deleting = deleteRuns(ADMIN, runIds).then(
    () => 'deleted',
    () => 'failed',
  );
  const pid = await findWaitingDelete();
  expect((await findLines(READER, 'killed-3', { limit: 10, order: 'asc' })).total).toBe(3);
  expect((await findRuns(READER, { limit: 200 })).runs.filter(({ runId }) => runIds.includes(runId))).toHaveLength(20);
  await blocker.query('SELECT pg_terminate_backend($1)', [pid]);
  expect(await deleting).toBe('failed');
  await blocker.query('ROLLBACK');
  blocker.release();
  expect(await countRows(runIds)).toEqual(before);
  expect(await db().hourCount.findMany()).toEqual(hours);
  expect(await deleteRuns(ADMIN, runIds)).toEqual({ deleted: 20, notFound: [] });
});

test('a merge and a deletion at once leave no chunk behind', async () => {
  const runIds = ids('merged', 10);
  for (let n = 0; n < 5; n += 1) await makeRuns(runIds);
  await db().run.updateMany({ where: { id: { in: runIds } }, data: { status: 'succeeded' } });
  await Promise.all([...runIds.map((id) => mergeRun(id)), deleteRuns(ADMIN, runIds)]);
  expect(await countRows(runIds)).toEqual([0, 0, 0, 0]);
});
