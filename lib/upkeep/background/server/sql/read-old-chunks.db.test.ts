import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { findLinesQuery } from '@/lib/reading/lines/schema';
import { findLines } from '@/lib/reading/lines/server/find-lines';
import { postLines, READER } from '@/lib/testing/ingest';
import { useTestDatabase } from '@/lib/testing/test-database';
import { mergeRun } from './merge-run';
import { readOldChunks } from './read-old-chunks';

useTestDatabase();

const RED = '\u001b[31mERROR\u001b[0m: refused';

async function storeSealed(runId: string, messages: readonly string[]): Promise<void> {
  await postLines(messages.map((message) => ({ run_id: runId, message })));
  await db().run.update({ where: { id: runId }, data: { status: 'succeeded' } });
  await mergeRun(runId);
}

/** As an earlier version left it: nobody looked for texts that are searched otherwise, and the words are those of stored texts. */
const makeOld = (runId: string) =>
  db().$executeRaw`
    UPDATE log_chunk SET search_message = NULL, search_fields = NULL,
      word_hash_a = CASE WHEN cardinality(search_message) > 0 THEN '{}' ELSE word_hash_a END WHERE run_id = ${runId}`;

const stateOf = async (runId: string) => {
  const run = await db().run.findUniqueOrThrow({ where: { id: runId }, select: { sealedAt: true } });
  const chunks = await db().$queryRaw<{ sealed: boolean; isRead: boolean }[]>`
    SELECT sealed, search_message IS NOT NULL AS "isRead" FROM log_chunk WHERE run_id = ${runId}`;
  return { isSealed: run.sealedAt !== null, chunks };
};

/** `at` makes each a search of its own: counts are remembered. */
const find = async (runId: string, q: string, at: number) =>
  (await findLines(READER, runId, findLinesQuery.parse({ q, limit: 100 + at }))).lines.map(({ seq }) => seq);

test('sealed chunks of earlier versions are looked into, and only those that need it are sealed anew', async () => {
  await storeSealed('colored', ['first', RED]);
  await storeSealed('ordinary', ['first', 'second: refused']);
  for (const runId of ['colored', 'ordinary']) await makeOld(runId);
  expect(await readOldChunks()).toBe(false);
  expect(await stateOf('ordinary')).toEqual({ isSealed: true, chunks: [{ sealed: true, isRead: true }] });
  expect(await stateOf('colored')).toEqual({ isSealed: false, chunks: [{ sealed: false, isRead: true }] });
  expect(await find('colored', '"ERROR: refused"', 0)).toEqual([2]);
  await mergeRun('colored');
  expect(await stateOf('colored')).toEqual({ isSealed: true, chunks: [{ sealed: true, isRead: true }] });
  expect(await find('colored', 'error', 1)).toEqual([2]);
  expect(await find('ordinary', 'refused', 1)).toEqual([2]);
});

test('a chunk that was merged with one of an earlier version is looked into when it is sealed', async () => {
  await postLines([{ run_id: 'mixed', message: RED }]);
  await makeOld('mixed');
  await storeSealed('mixed', [RED, 'plain']);
  expect(await stateOf('mixed')).toEqual({ isSealed: true, chunks: [{ sealed: true, isRead: true }] });
  expect(await find('mixed', 'error', 0)).toEqual([1, 2]);
});

test('a sign that parts texts while they are sealed hides no line', async () => {
  await storeSealed('parting', [`a\uffffb ${RED}`]);
  await makeOld('parting');
  await readOldChunks();
  await mergeRun('parting');
  expect(await find('parting', 'error', 0)).toEqual([1]);
});
