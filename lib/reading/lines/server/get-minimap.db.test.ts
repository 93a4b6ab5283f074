import { beforeAll, describe, expect, test } from 'vitest';
import { mergeRun } from '@/lib/upkeep/background/server/sql/merge-run';
import { db } from '@/lib/db/client';
import { postLines, READER } from '@/lib/testing/ingest';
import { useTestDatabase } from '@/lib/testing/test-database';
import { LEVELS } from '@/lib/store/chunks/level';
import { minimapQuery, type Minimap } from '../schema';
import { getMinimap } from './get-minimap';

useTestDatabase();

const COUNT = 4300;
const levelOf = (n: number) => (n % 501 === 0 ? 'CRITICAL' : n % 97 === 0 ? 'ERROR' : (LEVELS[n % 3] ?? 'INFO'));
const record = (runId: string, n: number) => ({
  run_id: runId,
  message: n % 40 === 0 ? `Needle ${n}` : n % 60 === 0 ? 'needle' : 'hay',
  level: levelOf(n),
  component: n % 2 ? 'gateway' : 'git_writer',
  device: `dev-${n % 7}`,
});
const isNeedle = (n: number) => n % 40 === 0 || n % 60 === 0;

type Naive = { isShown?: (n: number) => boolean; isFound?: (n: number) => boolean; buckets: number };

function naive({ isShown = () => true, isFound, buckets }: Naive): Omit<Minimap, 'lastSeq'> {
  const shown = Array.from({ length: COUNT }, (_, i) => i + 1).filter(isShown);
  const count = Math.min(buckets, shown.length);
  const parts = Array.from({ length: count }, (_, part) =>
    shown.filter((_n, index) => Math.floor((index * count) / shown.length) === part),
  );
  return {
    total: shown.length,
    matches: isFound ? shown.filter(isFound).length : null,
    buckets: parts.map((part) => {
      const levels = part.map(levelOf);
      const matches = isFound ? part.filter(isFound).length : 0;
      return {
        level: LEVELS.findLast((level) => levels.includes(level)) ?? 'DEBUG',
        counts: Object.fromEntries(
          LEVELS.filter((level) => levels.includes(level)).map((level) => [
            level,
            levels.filter((each) => each === level).length,
          ]),
        ),
        ...(matches > 0 && { matches }),
      };
    }),
  };
}

const read = (runId: string, query: Record<string, string | number>) =>
  getMinimap(READER, runId, minimapQuery.parse(query));

describe.each(['in pieces', 'sealed but for its end', 'sealed'])('a run of 4,300 lines %s', (state) => {
  beforeAll(async () => {
    for (let from = 1; from <= COUNT; from += 130) {
      const length = Math.min(130, COUNT - from + 1);
      await postLines(Array.from({ length }, (_, i) => record(state, from + i)));
    }
    if (state === 'in pieces') return;
    // Counts remembered before a merge belong to other chunks than those after it.
    await read(state, { q: 'needle', buckets: 10 });
    if (state === 'sealed') await db().run.update({ where: { id: state }, data: { status: 'succeeded' } });
    await mergeRun(state);
  });

  test.each<[string, Record<string, string>, Omit<Naive, 'buckets'>]>([
    ['all lines', {}, {}],
    ['levels', { level: 'error,critical,warning' }, { isShown: (n) => !['DEBUG', 'INFO'].includes(levelOf(n)) }],
    ['a level of few lines', { level: 'critical' }, { isShown: (n) => levelOf(n) === 'CRITICAL' }],
    [
      'names',
      { component: 'gateway', device: 'dev-3,dev-5' },
      { isShown: (n) => n % 2 === 1 && [3, 5].includes(n % 7) },
    ],
    ['a text', { q: 'needle' }, { isShown: isNeedle }],
    ['a text with its case', { q: 'Needle', case: '1' }, { isShown: (n) => n % 40 === 0 }],
    ['a regular expression', { q: '/eedle \\d*0/i' }, { isShown: (n) => n % 40 === 0 }],
    ['nothing that matches', { q: 'straw' }, { isShown: () => false }],
    ['a text that is found', { q: 'needle', find: '1' }, { isFound: isNeedle }],
    [
      'a text that is found among some',
      { q: 'needle', find: '1', device: 'dev-1', level: 'info,error' },
      { isShown: (n) => n % 7 === 1 && ['INFO', 'ERROR'].includes(levelOf(n)), isFound: isNeedle },
    ],
    ['a text that is not found', { q: 'straw', find: '1' }, { isFound: () => false }],
    ['no text to find', { find: '1' }, {}],
  ])('%s: as looking at every line', async (_name, query, expected) => {
    for (const buckets of [1, 7, 60, 2000]) {
      const { lastSeq, ...minimap } = await read(state, { ...query, buckets });
      expect(lastSeq).toBe(COUNT);
      expect(minimap).toEqual(naive({ ...expected, buckets }));
    }
  });
});

test('an unknown run is not found, and a bad regular expression is the reader’s error', async () => {
  await expect(read('nothing', {})).rejects.toMatchObject({ code: 'not_found' });
  await expect(read('sealed', { q: '/(/', find: '1' })).rejects.toMatchObject({ code: 'invalid_request' });
});
