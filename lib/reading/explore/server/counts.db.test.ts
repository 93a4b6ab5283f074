import { describe, expect, test } from 'vitest';
import { mergeRun } from '@/lib/upkeep/background/server/sql/merge-run';
import { purgeEmptyCounts } from '@/lib/store/counters/server/sql/purge-empty-counts';
import { db, pool } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { MINUTE_MS } from '@/lib/format/time-units';
import { deleteRuns } from '@/lib/runs/server/delete-runs';
import { openRun } from '@/lib/runs/server/open-run';
import { updateRun } from '@/lib/runs/server/update-run';
import { ADMIN, GATEWAY, postLines, READER } from '@/lib/testing/ingest';
import { useTestDatabase } from '@/lib/testing/test-database';
import { facetsQuery, histogramQuery, type Histogram } from '../schema';
import { countFacets } from './count-facets';
import { countHistogram } from './count-histogram';

useTestDatabase();

const BASE_MS = Date.UTC(2026, 2, 10);
const SPAN_MINUTES = 60 * 24 * 4;
const RUNS = 8;
const LEVELS = ['DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL'];
const COMPONENTS = ['gateway', 'git_writer', ''];

/** Repeatable: a failure comes again with the same seed. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
type Random = (below: number) => number;

const timeAt = (minute: number): string => new Date(BASE_MS + minute * MINUTE_MS + 1234).toISOString();
const runId = (n: number): string => `run-${n}`;
/** The last two name their job only when they are adopted. */
const jobOf = (n: number): string | null => (n >= RUNS - 2 ? null : `job-${n % 3}`);

async function post(random: Random, n: number): Promise<unknown> {
  const start = random(SPAN_MINUTES);
  const lines = Array.from({ length: 1 + random(25) }, () => ({
    run_id: runId(n),
    ...(jobOf(n) !== null && { job_id: jobOf(n) }),
    timestamp: timeAt(start + random(random(2) ? 90 : 3000)),
    level: LEVELS[random(5)],
    component: COMPONENTS[random(3)],
    device: ['d1', 'd2', 'd3', ''][random(4)],
    phase: ['fetch', 'store'][random(2)],
    message: random(4) ? 'ordinary' : 'marked',
  }));
  return postLines(lines);
}

async function seal(n: number): Promise<void> {
  await updateRun(GATEWAY, runId(n), { status: 'succeeded' });
  await mergeRun(runId(n));
}

/** What happens to runs, each to one. */
const STEPS: ((random: Random, n: number) => Promise<unknown>)[] = [
  post,
  post,
  post,
  (_random, n) => seal(n),
  (_random, n) => seal(n),
  (random, n) => updateRun(GATEWAY, runId(n), { startedAt: timeAt(random(SPAN_MINUTES)) }),
  (random, n) =>
    openRun(GATEWAY, { jobId: jobOf(n) ?? 'job-adopted', runId: runId(n), startedAt: timeAt(random(SPAN_MINUTES)) }),
  (_random, n) => openRun(GATEWAY, { jobId: jobOf(n) ?? 'job-adopted', runId: runId(n) }),
  (random, n) => deleteRuns(ADMIN, [runId(n), runId(random(RUNS)), 'never there']),
];

async function step(random: Random): Promise<void> {
  try {
    await STEPS[random(STEPS.length)]?.(random, random(RUNS));
  } catch (error) {
    // The run is not there (yet, or any more).
    if (!(error instanceof AppError && error.code === 'not_found')) throw error;
  }
}

type Query = {
  from: string;
  to: string;
  level?: string;
  component?: string;
  job?: string;
  device?: string;
  phase?: string;
  q?: string;
};

function randomQuery(random: Random): Query {
  const from = random(SPAN_MINUTES);
  const length = [30, 200, 3000, SPAN_MINUTES * 2][random(4)] ?? 0;
  return {
    from: timeAt(from - (random(2) ? 0 : from % 60)),
    to: timeAt(from + 1 + random(length)),
    ...(random(3) === 0 && { level: 'ERROR,INFO' }),
    ...(random(3) === 0 && { component: 'gateway' }),
    ...(random(3) === 0 && { job: 'job-1,job-adopted,system:unknown' }),
    ...(random(5) === 0 && { device: 'd2' }),
    ...(random(5) === 0 && { phase: 'fetch' }),
    ...(random(5) === 0 && { q: 'marked' }),
  };
}

const list = (text: string): string =>
  text
    .split(',')
    .map((name) => `'${name}'`)
    .join(',');

/** The condition on log_line `l` and run `r`, without the range. */
const conditionOf = ({ level, component, job, device, phase, q }: Query): string =>
  [
    'true',
    ...(level ? ['l.level IN (40, 20)'] : []),
    ...(component ? [`l.component IN (${list(component)})`] : []),
    ...(job ? [`r.job_id IN (${list(job)})`] : []),
    ...(device ? [`l.device IN (${list(device)})`] : []),
    ...(phase ? [`l.phase IN (${list(phase)})`] : []),
    ...(q ? [`l.message = '${q}'`] : []),
  ].join(' AND ');

async function countLines(key: string, query: Query, condition: string): Promise<Record<string, number>> {
  const { rows } = await pool().query<{ key: string; n: number }>(
    `SELECT ${key} AS key, count(*)::int AS n FROM log_line l JOIN run r ON r.id = l.run_id
     WHERE ${conditionOf(query)} AND ${condition} GROUP BY 1`,
  );
  return Object.fromEntries(rows.map((row) => [row.key, row.n]));
}

const flat = ({ buckets }: Histogram): Record<string, number> =>
  Object.fromEntries(
    buckets.flatMap(({ time, counts }) =>
      Object.entries(counts).map(([level, n]) => [`${Date.parse(time)} ${level}`, n]),
    ),
  );

async function compareHistogram(query: Query, bucketSeconds: number | undefined): Promise<void> {
  const answer = await countHistogram(
    READER,
    histogramQuery.parse({ ...query, ...(bucketSeconds && { bucketSeconds }) }),
  );
  const ms = answer.bucketSeconds * 1000;
  const key = `floor(extract(epoch FROM l.time) * 1000 / ${ms}) * ${ms} || ' ' ||
    (ARRAY['DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL'])[l.level / 10]`;
  const range = `l.time >= '${answer.from}' AND l.time < '${answer.to}'`;
  expect(flat(answer), JSON.stringify({ query, bucketSeconds })).toEqual(await countLines(key, query, range));
  expect(answer.partial).toBe(false);
}

async function compareFacets(query: Query): Promise<void> {
  const answer = await countFacets(READER, facetsQuery.parse(query));
  const range = (column: string) => `${column} >= '${answer.from}' AND ${column} < '${answer.to}'`;
  const isByStart = !(query.component ?? query.device ?? query.phase ?? query.q);
  const shown = {
    levels: Object.fromEntries(answer.levels.map(({ level, count }) => [level, count])),
    components: Object.fromEntries(answer.components.map(({ component, count }) => [component, count])),
    jobs: Object.fromEntries(answer.jobs.map(({ jobId, count }) => [jobId, count])),
    devices: Object.fromEntries(answer.devices.map(({ device, count }) => [device, count])),
  };
  const byTime = range('l.time');
  expect(shown, JSON.stringify(query)).toEqual({
    levels: await countLines("(ARRAY['DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL'])[l.level / 10]", query, byTime),
    components: await countLines('l.component', query, byTime),
    jobs: await countLines('r.job_id', query, byTime),
    devices: await countLines('l.device', query, `l.device <> '' AND ${isByStart ? range('r.started_at') : byTime}`),
  });
}

async function compareAll(random: Random): Promise<void> {
  await compareFacets(randomQuery(random));
  // Whole days, whose devices come from what is rolled up.
  const day = random(4) * 1440 * MINUTE_MS + BASE_MS;
  await compareFacets({
    from: new Date(day).toISOString(),
    to: new Date(day + (1 + random(2)) * 1440 * MINUTE_MS).toISOString(),
  });
  await compareHistogram(randomQuery(random), [undefined, 3600, 10_800, 86_400][random(4)]);
  const short = randomQuery(random);
  await compareHistogram({ ...short, to: new Date(Date.parse(short.from) + 7_000_000).toISOString() }, 300);
}

/** No run, so no line: nothing may be left of the counters. */
async function expectNothingLeft(): Promise<void> {
  await deleteRuns(
    ADMIN,
    Array.from({ length: RUNS }, (_, n) => runId(n)),
  );
  await purgeEmptyCounts();
  expect([await db().hourCount.count(), await db().deviceDayCount.count()]).toEqual([0, 0]);
  expect([await db().lineCount.count(), await db().runDevice.count(), await db().logChunk.count()]).toEqual([0, 0, 0]);
}

describe.each([1, 2, 3])('counters over all runs, history %i', (seed) => {
  test('histogram and facets are a count over the lines at every moment', async () => {
    const random = randomOf(seed);
    for (let n = 0; n < 60; n += 1) {
      await step(random);
      await compareAll(random);
    }
    await expectNothingLeft();
  });

  test('and after several servers worked at once, without a deadlock', async () => {
    const random = randomOf(seed * 1000);
    for (let round = 0; round < 10; round += 1) {
      await Promise.all(Array.from({ length: 8 }, () => step(random)));
      await compareAll(random);
    }
    await expectNothingLeft();
  });
});

test('a range is bounded in buckets, and wrong ones are refused', async () => {
  const from = '2026-01-01T00:00:00Z';
  await expect(
    countHistogram(READER, histogramQuery.parse({ from, to: '2026-03-01T00:00:00Z', bucketSeconds: 60 })),
  ).rejects.toMatchObject({ code: 'invalid_request', errors: [{ field: 'bucketSeconds' }] });
  for (const query of [{ bucketSeconds: 90 }, { bucketSeconds: 5400 }, { bucketSeconds: 0 }, { from, to: from }]) {
    expect(histogramQuery.safeParse(query).success, JSON.stringify(query)).toBe(false);
  }
  const { buckets, bucketSeconds } = await countHistogram(
    READER,
    histogramQuery.parse({ from, to: '2026-01-31T00:00:00Z' }),
  );
  expect([buckets.length, bucketSeconds]).toEqual([60, 43_200]);
  await expect(countFacets(GATEWAY, facetsQuery.parse({}))).rejects.toMatchObject({ code: 'forbidden' });
});

test('what counters do not hold is counted until time runs out, and the answer is then partial', async () => {
  const random = randomOf(7);
  for (let n = 0; n < 70; n += 1) await post(random, n % 3);
  const query = { from: timeAt(-1), to: timeAt(SPAN_MINUTES * 3), q: 'marked' };
  const whole = await countHistogram(READER, histogramQuery.parse(query));
  const part = await countHistogram(READER, histogramQuery.parse(query), 0);
  const sum = (answer: Histogram) => Object.values(flat(answer)).reduce((total, n) => total + n, 0);
  expect([whole.partial, part.partial]).toEqual([false, true]);
  expect(sum(part)).toBeGreaterThan(0);
  expect(sum(part)).toBeLessThan(sum(whole));
  expect((await countFacets(READER, facetsQuery.parse(query), 0)).partial).toBe(true);
});
