import { beforeAll, describe, expect, test } from 'vitest';
import { mergeRun } from '@/lib/upkeep/background/server/sql/merge-run';
import { db } from '@/lib/db/client';
import { postLines, READER } from '@/lib/testing/ingest';
import { useTestDatabase } from '@/lib/testing/test-database';
import { findLinesQuery } from '../../schema';
import type { Line } from '@/lib/store/chunks/line';
import { foldKey } from '../../fold-lines';
import { findLines } from '../find-lines';

useTestDatabase();

const COUNT = 6300;

/** Repeatable numbers, so that a failure is one again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 2 ** 32;
  };
}

/** Devices come in turns of some lines, one of them for once only, some lines name none; every fold length occurs. */
function buildRecords(runId: string) {
  const random = seeded(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const records: object[] = [];
  while (records.length < COUNT) {
    const device = random() < 0.002 ? 'once' : pick(['', 'a', 'b', 'c, d', 'e"f', 'g']);
    const message = pick(['took # ms', 'try # of #', 'pæng #', 'no number']);
    const level = random() < 0.01 ? 'ERROR' : pick(['INFO', 'DEBUG']);
    const repeats = random() < 0.7 ? 1 : Math.ceil(random() * (random() < 0.02 ? 1500 : 9));
    for (let n = 0; n < repeats && records.length < COUNT; n += 1) {
      const text = message.replaceAll('#', () => String(Math.floor(random() * 1000)));
      records.push({
        run_id: runId,
        device,
        message: text,
        level,
        component: random() < 0.9 ? 'gateway' : 'git_writer',
      });
    }
  }
  return records;
}

type Query = Record<string, string | number>;
let runId = '';
/** As a URL has it. */
const textOf = (query: Query) =>
  Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]));
const find = (query: Query) => findLines(READER, runId, findLinesQuery.parse({ limit: 500, ...textOf(query) }));

async function readAll(query: Query): Promise<Line[]> {
  const lines: Line[] = [];
  for (let from: number | null = 1; from !== null;) {
    const page = await find({ ...query, from });
    lines.push(...page.lines);
    from = page.nextSeq;
  }
  return lines;
}

/** Each line that matches with its neighbours, the slow and plain way. */
function aroundOf(all: readonly Line[], matching: ReadonlySet<number>, around: number): Set<number> {
  const shown = new Set<number>();
  for (const device of new Set(all.map((line) => line.device))) {
    const own = all.filter((line) => line.device === device);
    own.forEach(({ seq }, at) => {
      if (!matching.has(seq)) return;
      for (const line of own.slice(Math.max(0, at - around), at + around + 1)) shown.add(line.seq);
    });
  }
  return shown;
}

function foldsOf(lines: readonly Line[]): { seq: number; count: number; lastSeq: number }[] {
  const folds: { seq: number; count: number; lastSeq: number; key: string }[] = [];
  for (const line of lines) {
    const last = folds.at(-1);
    if (last?.key === foldKey(line)) Object.assign(last, { count: last.count + 1, lastSeq: line.seq });
    else folds.push({ seq: line.seq, count: 1, lastSeq: line.seq, key: foldKey(line) });
  }
  return folds.map(({ seq, count, lastSeq }) => ({ seq, count, lastSeq }));
}

const FILTERS: [string, Query][] = [
  ['errors', { level: 'ERROR' }],
  ['errors of a device', { level: 'ERROR', device: 'a,once' }],
  ['a device that is there once', { device: 'once' }],
  ['a text', { q: 'pæng' }],
  ['lines without a device', { level: 'ERROR', component: 'git_writer' }],
  ['nothing', { q: 'nowhere' }],
];

describe.each(['in pieces', 'sealed but for its end', 'sealed'])('a run %s', (state) => {
  let all: Line[] = [];
  beforeAll(async () => {
    runId = state;
    const records = buildRecords(runId);
    for (let at = 0; at < COUNT; at += 130) await postLines(records.slice(at, at + 130));
    if (state === 'sealed') await db().run.update({ where: { id: runId }, data: { status: 'succeeded' } });
    if (state !== 'in pieces') await mergeRun(runId);
    all = await readAll({});
  });

  test.each(FILTERS)('%s ± some lines of the same device', async (_name, query) => {
    const matching = new Set((await readAll(query)).map(({ seq }) => seq));
    for (const around of [1, 3, 50]) {
      const wanted = [...aroundOf(all, matching, around)].sort((one, other) => one - other);
      const lines = await readAll({ ...query, around });
      expect(lines.map(({ seq }) => seq)).toEqual(wanted);
      expect(lines.filter(({ stretch }) => stretch?.isMatch).map(({ seq }) => seq)).toEqual([...matching]);
      const { total } = await find({ ...query, around, limit: 1 });
      expect(total).toBe(wanted.length);
    }
  });

  test('a stretch begins where no earlier one reaches', async () => {
    const matching = new Set((await readAll({ level: 'ERROR' })).map(({ seq }) => seq));
    const lines = await readAll({ level: 'ERROR', around: 2 });
    const reach = new Map<number, number>();
    for (const seq of matching) {
      const own = [...aroundOf(all, new Set([seq]), 2)];
      reach.set(Math.min(...own), Math.max(reach.get(Math.min(...own)) ?? 0, ...own));
    }
    let reached = -1;
    const firsts: number[] = [];
    for (const [first, last] of [...reach].sort((one, other) => one[0] - other[0])) {
      if (first > reached + 1) firsts.push(first);
      reached = Math.max(reached, last);
    }
    expect(lines.filter(({ stretch }) => stretch?.isFirst).map(({ seq }) => seq)).toEqual(firsts);
  });

  test.each<[string, Query]>([['everything', {}], ...FILTERS])('%s, repeats folded', async (_name, query) => {
    const wanted = foldsOf(await readAll(query));
    const lines = await readAll({ ...query, fold: 1 });
    const shown = lines.map(({ seq, repeats }) => ({ seq, ...(repeats ?? { count: 1, lastSeq: seq }) }));
    expect(shown).toEqual(wanted);
    expect((await find({ ...query, fold: 1, limit: 1 })).total).toBe(wanted.length);
  });

  test('a list up to a seq, made later, knows nothing behind it', async () => {
    const upTo = 2345;
    const head = all.filter(({ seq }) => seq <= upTo);
    const errors = new Set(head.filter(({ level }) => level === 'ERROR').map(({ seq }) => seq));
    const around = await readAll({ level: 'ERROR', around: 50, upTo });
    expect(around.map(({ seq }) => seq)).toEqual([...aroundOf(head, errors, 50)].sort((one, other) => one - other));
    const queries: Query[] = [{}, { q: 'ms' }];
    for (const query of queries) {
      const folds = foldsOf((await readAll(query)).filter(({ seq }) => seq <= upTo));
      const lines = await readAll({ ...query, fold: 1, upTo });
      expect(lines.map(({ seq, repeats }) => ({ seq, ...(repeats ?? { count: 1, lastSeq: seq }) }))).toEqual(folds);
    }
  });

  test.each<[string, Query]>([
    ['around', { level: 'ERROR', around: 4 }],
    ['folded', { fold: 1 }],
  ])('any page, either way: %s', async (_name, query) => {
    const seqs = (await readAll(query)).map(({ seq }) => seq);
    const page = async (more: Query) => (await find({ ...query, ...more })).lines.map(({ seq }) => seq);
    const middle = Math.floor(seqs.length / 2);
    expect(await page({ offset: middle, limit: 20 })).toEqual(seqs.slice(middle, middle + 20));
    expect(await page({ offset: 3, limit: 20, order: 'desc' })).toEqual(seqs.slice(-23, -3).reverse());
    const from = (seqs[middle] ?? 0) + 1;
    expect(await page({ from, limit: 20 })).toEqual(seqs.filter((seq) => seq >= from).slice(0, 20));
    expect(await page({ from, limit: 20, order: 'desc' })).toEqual(
      seqs
        .filter((seq) => seq <= from)
        .slice(-20)
        .reverse(),
    );
    expect(await page({ offset: seqs.length })).toEqual([]);
  });
});

test('pages up to a seq stay as they are while the run goes on', async () => {
  runId = 'going on';
  const records = buildRecords(runId);
  await postLines(records.slice(0, 3000));
  const queries: Query[] = [{ level: 'ERROR', around: 5 }, { fold: 1 }];
  for (const query of queries) {
    const before = await find({ ...query, offset: 0 });
    await postLines(records.slice(3000, 3400));
    const again = await find({ ...query, offset: 0, upTo: before.lastSeq });
    expect(again).toEqual(before);
    expect((await find({ ...query, offset: 0 })).lastSeq).toBe(before.lastSeq + 400);
  }
});

test.each<[string, Query]>([
  ['all lines', {}],
  ['those of a level', { level: 'ERROR' }],
])('repeats are one fold over all parts in which they are looked for: %s', async (name, query) => {
  runId = `long ${name}`;
  const record = (n: number) => ({ run_id: runId, level: 'ERROR', message: `try ${n} of 51001` });
  for (let at = 0; at < 51_001; at += 3000) {
    await postLines(Array.from({ length: Math.min(3000, 51_001 - at) }, (_, i) => record(at + i)));
  }
  await postLines([{ run_id: runId, level: 'ERROR', message: 'gave up' }]);
  const { lines, total } = await find({ ...query, fold: 1 });
  expect(lines.map(({ seq, repeats }) => ({ seq, repeats }))).toEqual([
    { seq: 1, repeats: { count: 51_001, lastSeq: 51_001 } },
    { seq: 51_002, repeats: undefined },
  ]);
  expect(total).toBe(2);
});

test('both forms at once are refused', () => {
  expect(() => findLinesQuery.parse({ level: 'error', around: '3', fold: '1' })).toThrow(/not both/);
  expect(() => findLinesQuery.parse({ around: '51' })).toThrow(/1 to 50/);
});
