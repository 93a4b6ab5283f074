import { beforeAll, describe, expect, test } from 'vitest';
import { mergeRun } from '@/lib/upkeep/background/server/sql/merge-run';
import { db } from '@/lib/db/client';
import { LEVELS, type Level } from '@/lib/store/chunks/level';
import { findLinesQuery } from '@/lib/reading/lines/schema';
import type { LineFilter } from '@/lib/store/query/line-filter';
import { findLines } from '@/lib/reading/lines/server/find-lines';
import { postLines, READER } from '@/lib/testing/ingest';
import { useTestDatabase } from '@/lib/testing/test-database';
import { filterOfPattern } from '../filter-like';
import { SPREAD_PARTS, type RunPatterns } from '../schema';
import { getPatterns } from './get-patterns';

useTestDatabase();

const COUNT = 4300;
const deviceOf = (n: number) => `sw-${n % 7}`;

/** Lines with known patterns: level, component and message follow from the line's number. */
function lineOf(n: number): { level: Level; component: string; message: string; pattern: string } {
  if (n % 97 === 0) {
    return {
      level: 'ERROR',
      component: 'gateway',
      message: `${deviceOf(n)}: lost after ${n} ms`,
      pattern: '<device>: lost after # ms',
    };
  }
  if (n % 40 === 0) {
    return { level: 'WARNING', component: 'gateway', message: `retry ${n} of 57`, pattern: 'retry # of #' };
  }
  const component = n % 2 ? 'gateway' : 'git_writer';
  if (n % 3 === 0) return { level: 'DEBUG', component, message: `retry ${n} of 57`, pattern: 'retry # of #' };
  return { level: 'INFO', component, message: `10.0.${n % 200}.1 answered`, pattern: '<ip> answered' };
}

type Tally = { count: number; devices: Set<string>; firstSeq: number; lastSeq: number; spread: number[] };

function naive(isShown: (n: number) => boolean): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (let n = 1; n <= COUNT; n += 1) {
    if (!isShown(n)) continue;
    const { level, component, pattern } = lineOf(n);
    const key = `${level} ${component} ${pattern}`;
    const empty: Tally = {
      count: 0,
      devices: new Set(),
      firstSeq: n,
      lastSeq: n,
      spread: Array(SPREAD_PARTS).fill(0) as number[],
    };
    const tally = tallies.get(key) ?? empty;
    const part = Math.floor(((n - 1) * SPREAD_PARTS) / COUNT);
    tally.count += 1;
    tally.devices.add(deviceOf(n));
    tally.lastSeq = n;
    tally.spread[part] = (tally.spread[part] ?? 0) + 1;
    tallies.set(key, tally);
  }
  return tallies;
}

const asMap = ({ patterns }: RunPatterns) =>
  new Map(
    patterns.map(({ level, component, pattern, deviceCount, q: _q, ...rest }) => [
      `${level} ${component} ${pattern}`,
      { ...rest, deviceCount },
    ]),
  );
const expected = (isShown: (n: number) => boolean) =>
  new Map([...naive(isShown)].map(([key, { devices, ...rest }]) => [key, { ...rest, deviceCount: devices.size }]));

const read = (runId: string, filter: LineFilter = {}) => getPatterns(READER, runId, filter);

describe.each(['in pieces', 'sealed but for its end', 'sealed'])('a run of 4,300 lines %s', (state) => {
  beforeAll(async () => {
    for (let from = 1; from <= COUNT; from += 130) {
      const length = Math.min(130, COUNT - from + 1);
      await postLines(
        Array.from({ length }, (_, i) => {
          const { pattern: _pattern, ...line } = lineOf(from + i);
          return { run_id: state, device: deviceOf(from + i), ...line };
        }),
      );
    }
    if (state === 'in pieces') return;
    if (state === 'sealed') await db().run.update({ where: { id: state }, data: { status: 'succeeded' } });
    await mergeRun(state);
  });

  test('every pattern, exactly counted, with its devices, its first and last line and where they are', async () => {
    const patterns = await read(state);
    expect(asMap(patterns)).toEqual(expected(() => true));
    expect(patterns).toMatchObject({ lastSeq: COUNT, lineCount: COUNT, patternCount: naive(() => true).size });
    expect(patterns.patterns.map(({ level }) => level).slice(0, 2)).toEqual(['WARNING', 'ERROR']);
  });

  test.each<[string, LineFilter, (n: number) => boolean]>([
    ['a level', { level: ['ERROR', 'WARNING'] }, (n) => n % 97 === 0 || n % 40 === 0],
    ['a component', { component: ['git_writer'] }, (n) => lineOf(n).component === 'git_writer'],
    ['a device', { device: ['sw-3'] }, (n) => n % 7 === 3],
    ['a word', { q: 'retry' }, (n) => lineOf(n).message.startsWith('retry')],
    ['nothing', { q: 'nowhere' }, () => false],
  ])('of the lines that match %s', async (_what, filter, isShown) => {
    const patterns = await read(state, filter);
    expect(asMap(patterns)).toEqual(expected(isShown));
    expect(patterns.lineCount).toBe(Array.from({ length: COUNT }, (_, at) => at + 1).filter(isShown).length);
  });

  test('the search of each pattern finds its lines and no others', async () => {
    const { patterns } = await read(state);
    expect(patterns.length).toBeGreaterThan(4);
    for (const pattern of patterns) {
      const query = findLinesQuery.parse({ ...filterTexts(filterOfPattern(pattern)), limit: 1 });
      expect((await findLines(READER, state, query)).total, pattern.pattern).toBe(pattern.count);
    }
  });
});

const filterTexts = ({ level, component, q }: LineFilter) => ({
  level: level?.join(),
  component: component?.join(),
  q,
});

test('a run that nobody knows is not found', async () => {
  await expect(read('nobody')).rejects.toMatchObject({ code: 'not_found' });
});

test('lines that came meanwhile are counted the next time', async () => {
  const post = (level: Level) => postLines([{ run_id: 'grows', level, message: 'said 1' }]);
  await post(LEVELS[1]);
  expect((await read('grows')).lineCount).toBe(1);
  await post(LEVELS[1]);
  expect(await read('grows')).toMatchObject({ lineCount: 2, patternCount: 1 });
});
