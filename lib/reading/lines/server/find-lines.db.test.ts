import { beforeAll, describe, expect, test } from 'vitest';
import { mergeRun } from '@/lib/upkeep/background/server/sql/merge-run';
import { db } from '@/lib/db/client';
import { postLines, READER } from '@/lib/testing/ingest';
import { useTestDatabase } from '@/lib/testing/test-database';
import { findLinesQuery } from '../schema';
import { findLines } from './find-lines';

useTestDatabase();

const COUNT = 2500;
const LEVELS = ['DEBUG', 'INFO', 'INFO', 'WARNING', 'ERROR'];
let runId = '';
const record = (n: number) => ({
  run_id: runId,
  message: n % 100 === 0 ? `rare needle-${n} timed out` : `line ${n} of the run`,
  level: LEVELS[n % 5],
  component: n % 2 ? 'gateway' : 'git_writer',
  device: `dev-${n % 7}`,
  phase: n % 3 ? 'fetch' : 'store',
  seq: n,
});
const find = (query: Record<string, string | number>) => findLines(READER, runId, findLinesQuery.parse(query));
const seqs = async (query: Record<string, string | number>) => (await find(query)).lines.map(({ seq }) => seq);
const expected = (match: (n: number) => boolean) => Array.from({ length: COUNT }, (_, i) => i + 1).filter(match);

describe.each(['in pieces', 'sealed but for its end', 'sealed'])('a run of 2,500 lines %s', (state) => {
  beforeAll(async () => {
    // A run of its own for each: counts are remembered by run.
    runId = state;
    for (let from = 1; from <= COUNT; from += 130) {
      await postLines(Array.from({ length: Math.min(130, COUNT - from + 1) }, (_, i) => record(from + i)));
    }
    if (state !== 'in pieces') {
      const isEnded = state === 'sealed';
      if (isEnded) await db().run.update({ where: { id: runId }, data: { status: 'succeeded' } });
      await mergeRun(runId);
      const chunks = await db().logChunk.findMany({
        where: { runId },
        select: { sealed: true },
        orderBy: { firstSeq: 'asc' },
      });
      // 130 lines a piece: seven fit into a chunk, and in an open run the last pieces wait.
      expect(chunks.map(({ sealed }) => sealed)).toEqual(isEnded ? [true, true, true] : [true, true, false]);
    }
  });

  test('any range, either way, with the total and where to go on', async () => {
    expect(await find({ from: 1201, limit: 3 })).toMatchObject({ total: COUNT, nextSeq: 1204, lastSeq: COUNT });
    expect(await seqs({ from: 1201, limit: 3 })).toEqual([1201, 1202, 1203]);
    expect(await seqs({ from: 1001, limit: 3, order: 'desc' })).toEqual([1001, 1000, 999]);
    expect(await seqs({ limit: 2, order: 'desc' })).toEqual([2500, 2499]);
    expect(await seqs({ offset: 2498, limit: 10 })).toEqual([2499, 2500]);
    expect(await find({ from: 2499, limit: 10 })).toMatchObject({ nextSeq: null });
    expect(await find({ from: 9999 })).toMatchObject({ lines: [], total: COUNT, nextSeq: null });
  });

  test('every line comes back as it was sent', async () => {
    const { lines } = await find({ from: 700, limit: 1 });
    expect(lines[0]).toMatchObject({
      seq: 700,
      message: 'rare needle-700 timed out',
      level: 'DEBUG',
      component: 'git_writer',
      device: 'dev-0',
      phase: 'fetch',
      clientSeq: 700,
    });
  });

  test.each([
    ['level', { level: 'error,warning' }, (n: number) => n % 5 === 4 || n % 5 === 3],
    [
      'component and device',
      { component: 'gateway', device: 'dev-3,dev-4' },
      (n: number) => n % 2 === 1 && [3, 4].includes(n % 7),
    ],
    ['phase', { phase: 'store' }, (n: number) => n % 3 === 0],
    ['a word', { q: 'NEEDLE' }, (n: number) => n % 100 === 0],
    ['a word with signs', { q: 'needle-700' }, (n: number) => n === 700],
    ['no part of a word', { q: 'needl' }, () => false],
    ['part of a word', { q: '*eedl*' }, (n: number) => n % 100 === 0],
    ['start of a word', { q: 'needl*' }, (n: number) => n % 100 === 0],
    ['phrase', { q: '"timed out"' }, (n: number) => n % 100 === 0],
    ['words in the wrong order', { q: '"out timed"' }, () => false],
    ['regular expression', { q: '/needle-[12]00\\b/' }, (n: number) => n === 100 || n === 200],
    ['regular expression, case kept', { q: '/NEEDLE-[12]00/' }, () => false],
    ['regular expression, case ignored', { q: '/NEEDLE-[12]00\\s/i' }, (n: number) => n === 100 || n === 200],
    ['a word, case kept', { q: 'needle', case: '1' }, (n: number) => n % 100 === 0],
    ['a word in another case, case kept', { q: 'Needle', case: '1' }, () => false],
    ['a frequent word in another case, case kept', { q: 'LINE', case: '1' }, () => false],
    ['a frequent word, case kept', { q: 'line', case: '1' }, (n: number) => n % 100 !== 0],
    ['part of a word, case kept', { q: '*NEEDLE-*', case: '1' }, () => false],
    ['phrase, case kept', { q: '"timed out"', case: '1' }, (n: number) => n % 100 === 0],
    ['device by text', { q: 'dev-5' }, (n: number) => n % 7 === 5],
    ['two terms', { q: 'needle dev-1' }, (n: number) => n % 100 === 0 && n % 7 === 1],
    ['LIKE signs are text', { q: '*%*' }, () => false],
  ])('%s: exact total, first page, last page', async (_name, query, match) => {
    const all = expected(match);
    const page = await find({ ...query, limit: 50 });
    expect(page.total).toBe(all.length);
    expect(page.lines.map(({ seq }) => seq)).toEqual(all.slice(0, 50));
    expect(await seqs({ ...query, limit: 50, order: 'desc' })).toEqual(all.slice(-50).reverse());
    const middle = Math.floor(all.length / 2);
    expect(await seqs({ ...query, offset: middle, limit: 20 })).toEqual(all.slice(middle, middle + 20));
    const from = all[middle] ?? 1;
    expect(await seqs({ ...query, from, limit: 20 })).toEqual(all.filter((n) => n >= from).slice(0, 20));
    expect(await seqs({ ...query, from, limit: 20, order: 'desc' })).toEqual(
      all
        .filter((n) => n <= from)
        .slice(-20)
        .reverse(),
    );
  });
});

test('a bad regular expression is the reader’s error, and a runaway one is bounded', async () => {
  await expect(find({ q: '/(/' })).rejects.toMatchObject({
    code: 'invalid_request',
    message: 'The regular expression is not valid: parentheses () not balanced.',
    errors: [{ field: 'q' }],
  });
  expect((await find({ q: '/(a+)+$/' })).total).toBe(0);
});

test('an unknown run is not found', async () => {
  await expect(findLines(READER, 'nothing', findLinesQuery.parse({}))).rejects.toMatchObject({ code: 'not_found' });
});
