import { beforeAll, describe, expect, test } from 'vitest';
import { mergeRun } from '@/lib/upkeep/background/server/sql/merge-run';
import { db, pool } from '@/lib/db/client';
import { GATEWAY, postLines, READER } from '@/lib/testing/ingest';
import { useTestDatabase } from '@/lib/testing/test-database';
import { findNewestLinesQuery } from '../schema';
import { findNewestLines } from './find-newest-lines';

useTestDatabase();

const BASE_MS = Date.UTC(2026, 5, 1);
const RUNS = 12;
const LEVELS = ['DEBUG', 'INFO', 'WARNING', 'ERROR'];

type LineKey = { runId: string; seq: number };
type Query = Record<string, string | number>;

/** Run ids whose order differs between UTF-16, bytes and most collations. */
const runId = (n: number): string => `${['a', 'B', 'é', '😀', '\uFFFD', '_'][n % 6]}${n}`;

/** Few different times, so that pages end within ties; the runs overlap, and some of the microseconds differ only. */
function record(run: number, n: number): Record<string, unknown> {
  const ms = BASE_MS + run * 20_000 + Math.floor(n / 4) * 1000;
  return {
    run_id: runId(run),
    job_id: `job-${run % 3}`,
    timestamp: new Date(ms).toISOString().replace('Z', n % 4 === 3 ? '007Z' : '000Z'),
    level: LEVELS[(run + n) % 4],
    component: n % 2 ? 'gateway' : 'git_writer',
    device: `dev-${n % 5}`,
    phase: n % 3 ? 'fetch' : '',
    message: n % 50 === 0 ? `needle-${run} timed out` : `line ${n}`,
  };
}

beforeAll(async () => {
  for (let run = 0; run < RUNS; run += 1) {
    for (let from = 0; from < 200; from += 40) {
      await postLines(Array.from({ length: 40 }, (_, i) => record(run, from + i)));
    }
  }
  for (let run = 0; run < RUNS; run += 2) {
    await db().run.update({ where: { id: runId(run) }, data: { status: 'succeeded' } });
    await mergeRun(runId(run));
  }
});

/** The same from the view, a row a line. */
async function expected(condition: string): Promise<LineKey[]> {
  const { rows } = await pool().query<LineKey>(
    `SELECT l.run_id AS "runId", l.seq FROM log_line l JOIN run r ON r.id = l.run_id WHERE ${condition}
     ORDER BY l.time DESC, l.run_id COLLATE "C" DESC, l.seq DESC`,
  );
  return rows;
}

/** All pages, one after the other. */
async function follow(
  query: Query,
  budgetMs?: number,
): Promise<{ found: LineKey[]; answers: number; partial: number }> {
  const found: LineKey[] = [];
  let partial = 0;
  let cursor: string | null = null;
  for (let answers = 1; ; answers += 1) {
    expect(answers).toBeLessThan(3000);
    const page = await findNewestLines(
      READER,
      findNewestLinesQuery.parse({ ...query, ...(cursor && { cursor }) }),
      budgetMs,
    );
    found.push(...page.lines.map((line) => ({ runId: line.runId, seq: line.seq })));
    partial += page.partial ? 1 : 0;
    cursor = page.nextCursor;
    if (cursor === null) return { found, answers, partial };
  }
}

const CASES: [string, Query, string][] = [
  ['everything', {}, 'true'],
  ['levels', { level: 'error,warning' }, 'l.level IN (30, 40)'],
  ['a device', { device: 'dev-3' }, "l.device = 'dev-3'"],
  ['two components and a phase', { component: 'gateway,git_writer', phase: 'fetch' }, "l.phase = 'fetch'"],
  ['a job', { job: 'job-1,job-7' }, "r.job_id = 'job-1'"],
  ['a word', { q: 'NEEDLE' }, "l.message LIKE 'needle%'"],
  ['a word of one run', { q: 'needle-7' }, "l.message LIKE 'needle-7 %'"],
  ['a regular expression', { q: '/needle-(3|4) /' }, "l.message ~ 'needle-[34] '"],
  ['what is nowhere', { q: 'nothing-like-it' }, 'false'],
  [
    'a range, to the microsecond',
    { from: '2026-06-01T00:00:33.000007Z', to: '2026-06-01T00:02:05.000001Z' },
    "l.time >= '2026-06-01T00:00:33.000007Z' AND l.time < '2026-06-01T00:02:05.000001Z'",
  ],
  [
    'all at once',
    {
      level: 'info',
      device: 'dev-1,dev-2',
      component: 'gateway',
      job: 'job-2',
      from: '2026-06-01T00:01:00Z',
      q: 'line',
    },
    `l.level = 20 AND l.device IN ('dev-1', 'dev-2') AND l.component = 'gateway' AND r.job_id = 'job-2'
     AND l.time >= '2026-06-01T00:01:00Z' AND l.message LIKE 'line%'`,
  ],
];

describe.each(CASES)('newest lines of all runs: %s', (_name, query, condition) => {
  test('pages of any size hold every line once, newest first', async () => {
    const all = await expected(condition);
    for (const limit of [500, 37]) {
      const { found, partial } = await follow({ ...query, limit });
      expect(found).toEqual(all);
      expect(partial).toBe(0);
    }
  });

  test('a search without any time left still ends', async () => {
    const { found, partial } = await follow({ ...query, limit: 50 }, 0);
    expect(found).toEqual(await expected(condition));
    if (condition === 'false') expect(partial).toBeGreaterThan(0);
  });
});

test('a line comes with its run and job, and with all that was sent', async () => {
  const { lines, partial } = await findNewestLines(READER, findNewestLinesQuery.parse({ q: 'needle-5', limit: 1 }));
  expect(partial).toBe(false);
  expect(lines).toEqual([
    expect.objectContaining({
      runId: runId(5),
      jobId: 'job-2',
      seq: 151,
      level: 'ERROR',
      component: 'git_writer',
      device: 'dev-0',
      phase: '',
      message: 'needle-5 timed out',
    }),
  ]);
});

test('bad input is the reader’s error', async () => {
  for (const query of [
    { cursor: 'nonsense' },
    { from: '2026-06-02T00:00:00Z', to: '2026-06-01T00:00:00Z' },
    { from: '0001-01-01T00:00:00Z' },
    { limit: 501 },
  ]) {
    expect(findNewestLinesQuery.safeParse(query).success, JSON.stringify(query)).toBe(false);
  }
  await expect(findNewestLines(READER, findNewestLinesQuery.parse({ q: '/(/' }))).rejects.toMatchObject({
    code: 'invalid_request',
  });
  await expect(findNewestLines(GATEWAY, findNewestLinesQuery.parse({}))).rejects.toMatchObject({ code: 'forbidden' });
});
