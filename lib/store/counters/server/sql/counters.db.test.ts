import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { db, pool } from '@/lib/db/client';
import { MINUTE_MS } from '@/lib/format/time-units';
import { deleteRuns } from '@/lib/runs/server/delete-runs';
import { openRun } from '@/lib/runs/server/open-run';
import { updateRun } from '@/lib/runs/server/update-run';
import { ADMIN, GATEWAY, postLines } from '@/lib/testing/ingest';
import { useTestDatabase } from '@/lib/testing/test-database';
import { mergeRun } from '@/lib/upkeep/background/server/sql/merge-run';
import { purgeEmptyCounts } from './purge-empty-counts';
import { takeBackRuns } from './take-back-runs';
import { unrollMovedRun } from './unroll-moved-run';
import { unrollRun } from './unroll-run';

useTestDatabase();

const BASE_MS = Date.UTC(2026, 2, 10, 22, 30);
const LEVELS = ['DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL'];
const timeAt = (minute: number): string => new Date(BASE_MS + minute * MINUTE_MS + 59_999).toISOString();

/** Repeatable: a failure comes again with the same seed. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
type Random = (below: number) => number;

const runId = (n: number): string => `run-${n}`;
const jobOf = (n: number): string => `job-${n % 2}`;

/** Lines of three hours around midnight, of names that must not be taken for others. */
const post = (random: Random, n: number) =>
  postLines(
    Array.from({ length: 5 + random(40) }, () => ({
      run_id: runId(n),
      job_id: jobOf(n),
      timestamp: timeAt(random(180)),
      level: LEVELS[random(5)],
      component: ['gateway', 'Gateway', '', 'git writer'][random(4)],
      device: ['d1', 'D1', '', 'd"2'][random(4)],
      message: 'm',
    })),
  );

async function seal(n: number): Promise<void> {
  await updateRun(GATEWAY, runId(n), { status: 'succeeded' });
  await mergeRun(runId(n));
}

type Row = Record<string, unknown>;
const rowsOf = async (sql: string): Promise<Row[]> => (await pool().query<Row>(sql)).rows;

const BY_LEVEL = (level: string): string =>
  `ARRAY[${[10, 20, 30, 40, 50].map((n) => `count(*) FILTER (WHERE ${level} = ${n})`).join(', ')}]::int[]`;

/** Each counter beside a count over the lines that goes by nothing but the lines. */
const RECOUNTS: readonly { name: string; counter: string; lines: string }[] = [
  {
    name: 'line_count',
    counter: `SELECT run_id, minute::text AS at, level::int, component, count FROM line_count`,
    lines: `SELECT run_id, date_trunc('minute', time)::text AS at, level::int, component, count(*)::int FROM log_line
            GROUP BY run_id, date_trunc('minute', time), level, component`,
  },
  {
    name: 'run_device',
    counter: `SELECT run_id, device, level_counts FROM run_device`,
    lines: `SELECT run_id, device, ${BY_LEVEL('level')} AS level_counts FROM log_line WHERE device <> '' GROUP BY run_id, device`,
  },
  {
    name: 'run',
    counter: `SELECT id, last_seq, level_counts FROM run WHERE last_seq > 0`,
    lines: `SELECT run_id AS id, count(*)::int AS last_seq, ${BY_LEVEL('level')} AS level_counts FROM log_line GROUP BY run_id`,
  },
];

/** The coarser counters hold the runs that were sealed, as they were when they were. */
const ROLLED_RECOUNTS: readonly { name: string; counter: string; lines: string }[] = [
  {
    name: 'hour_count',
    counter: `SELECT hour::text AS at, job_id, component, level_counts::int[] FROM hour_count WHERE level_counts <> '{0,0,0,0,0}'`,
    lines: `SELECT date_trunc('hour', l.time, 'UTC')::text AS at, r.job_id, l.component, ${BY_LEVEL('l.level')} AS level_counts
            FROM log_line l JOIN run r ON r.id = l.run_id WHERE r.sealed_at IS NOT NULL GROUP BY 1, 2, 3`,
  },
  {
    name: 'device_day_count',
    counter: `SELECT day::text, device, job_id, level_counts::int[] FROM device_day_count WHERE level_counts <> '{0,0,0,0,0}'`,
    lines: `SELECT (r.started_at AT TIME ZONE 'UTC')::date::text AS day, l.device, r.job_id, ${BY_LEVEL('l.level')} AS level_counts
            FROM log_line l JOIN run r ON r.id = l.run_id
            WHERE r.sealed_at IS NOT NULL AND l.device <> '' GROUP BY 1, 2, 3`,
  },
];

const sorted = (rows: Row[]): string[] => rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();

async function expectExact(recounts: typeof RECOUNTS): Promise<void> {
  for (const { name, counter, lines } of recounts) {
    const [counted, recounted] = [await rowsOf(counter), await rowsOf(lines)];
    expect({ name, rows: sorted(counted) }).toEqual({ name, rows: sorted(recounted) });
  }
}

const isEmpty = async (): Promise<boolean> =>
  (await db().hourCount.count()) === 0 && (await db().deviceDayCount.count()) === 0;

afterEach(async () => {
  await deleteRuns(
    ADMIN,
    Array.from({ length: 6 }, (_, n) => runId(n)),
  );
  await purgeEmptyCounts();
});

describe.each([1, 2])('counters beside a count over the lines, history %i', (seed) => {
  test('are the same through seals, late lines, moves and deletions', async () => {
    const random = randomOf(seed);
    for (let n = 0; n < 6; n += 1) await post(random, n);
    await expectExact(RECOUNTS);
    expect(await isEmpty()).toBe(true);
    for (const n of [0, 1, 2, 3]) await seal(n);
    await expectExact([...RECOUNTS, ...ROLLED_RECOUNTS]);

    // Late lines count at once by the minute, and by the hour when their run is sealed again; never twice.
    for (const n of [1, 2, 2]) await post(random, n);
    await expectExact(RECOUNTS);
    for (const n of [1, 2, 1, 4]) await seal(n);
    await expectExact([...RECOUNTS, ...ROLLED_RECOUNTS]);

    // A start on another day takes the run's devices there, one on the same day leaves them.
    await updateRun(GATEWAY, runId(1), { startedAt: timeAt(-1440 * (1 + random(5))) });
    await expectExact([...RECOUNTS, ...ROLLED_RECOUNTS]);
    await openRun(GATEWAY, { jobId: jobOf(2), runId: runId(2), startedAt: timeAt(-1440) });
    await seal(1);
    await seal(2);
    await expectExact([...RECOUNTS, ...ROLLED_RECOUNTS]);

    await deleteRuns(ADMIN, [runId(random(4)), runId(5)]);
    await expectExact([...RECOUNTS, ...ROLLED_RECOUNTS]);
  });
});

const RUNS = [0, 1];
const line = fc.record({
  minute: fc.integer({ min: 0, max: 180 }),
  level: fc.constantFrom(...LEVELS),
  component: fc.constantFrom('gateway', 'Gateway', '', 'constructor'),
  device: fc.constantFrom('d1', 'D1', '', '__proto__'),
});
const lines = fc.array(line, { minLength: 1, maxLength: 8 });
const n = fc.constantFrom(...RUNS);
const step = fc.oneof(
  fc.record({ kind: fc.constant('post' as const), n, lines }),
  fc.record({ kind: fc.constant('seal' as const), n }),
  fc.record({ kind: fc.constant('move' as const), n, days: fc.integer({ min: 0, max: 3 }) }),
);

const postEach = (run: number, drafts: readonly { minute: number }[]) =>
  postLines(
    drafts.map(({ minute, ...own }) => ({
      ...{ ...own, run_id: runId(run), job_id: jobOf(run), timestamp: timeAt(minute), message: 'm' },
    })),
  );

test('any order of lines, seals and moves counts each line once, and what is deleted takes only its own', async () => {
  const history = fc.tuple(fc.tuple(lines, lines), fc.array(step, { minLength: 4, maxLength: 10 }), fc.subarray(RUNS));
  await fc.assert(
    fc
      .asyncProperty(history, async ([first, steps, gone]) => {
        for (const run of RUNS) await postEach(run, first[run] ?? []);
        for (const each of steps) {
          if (each.kind === 'post') await postEach(each.n, each.lines);
          else if (each.kind === 'seal') await seal(each.n);
          else await updateRun(GATEWAY, runId(each.n), { startedAt: timeAt(-1440 * each.days) });
          await expectExact(RECOUNTS);
        }
        for (const run of RUNS) await seal(run);
        await expectExact([...RECOUNTS, ...ROLLED_RECOUNTS]);
        await deleteRuns(ADMIN, gone.map(runId));
        await expectExact([...RECOUNTS, ...ROLLED_RECOUNTS]);
      })
      .afterEach(async () => {
        await deleteRuns(ADMIN, RUNS.map(runId));
        await purgeEmptyCounts();
      }),
    { numRuns: 10 },
  );
});

test('a run whose job was not known counts under the one that adopted it', async () => {
  const lines = ['d1', 'd2'].map((device) => ({ run_id: 'run-5', timestamp: timeAt(3), device, message: 'm' }));
  await postLines(lines);
  await seal(5);
  await expectExact(ROLLED_RECOUNTS);
  await openRun(GATEWAY, { jobId: 'job-adopted', runId: 'run-5' });
  await expectExact(ROLLED_RECOUNTS);
  await seal(5);
  await expectExact([...RECOUNTS, ...ROLLED_RECOUNTS]);
  expect(
    await db().hourCount.findMany({ where: { NOT: { levelCounts: { equals: [0n, 0n, 0n, 0n, 0n] } } } }),
  ).toMatchObject([{ jobId: 'job-adopted', levelCounts: [0n, 2n, 0n, 0n, 0n] }]);
});

describe('taking back', () => {
  test('takes what was rolled up of these runs, not what came since, and nothing of others', async () => {
    const random = randomOf(11);
    for (const n of [0, 1]) await post(random, n);
    await seal(1);
    const before = await rowsOf(ROLLED_RECOUNTS[0]?.counter ?? '');
    await seal(0);
    await post(random, 0);
    await db().$transaction((tx) => takeBackRuns(tx, [runId(0), 'never there']));
    expect(sorted(await rowsOf(ROLLED_RECOUNTS[0]?.counter ?? ''))).toEqual(sorted(before));
    await db().$executeRaw`UPDATE run SET rolled_day = NULL WHERE id = ${runId(0)}`;
    await db().$executeRaw`UPDATE line_count SET rolled = 0 WHERE run_id = ${runId(0)}`;
    await db().$executeRaw`UPDATE run_device SET rolled_level_counts = '{0,0,0,0,0}' WHERE run_id = ${runId(0)}`;
  });

  test('and unrolling twice takes once; sealed anew, all is there again', async () => {
    await post(randomOf(12), 0);
    await seal(0);
    const unroll = () => db().$transaction((tx) => unrollRun(tx, runId(0)));
    await unroll();
    await unroll();
    expect(await db().run.findUnique({ where: { id: runId(0) } })).toMatchObject({ rolledDay: null, sealedAt: null });
    await expectExact([...RECOUNTS, ...ROLLED_RECOUNTS]);
    await seal(0);
    await expectExact([...RECOUNTS, ...ROLLED_RECOUNTS]);
  });

  test('a transaction that fails leaves every counter as it was', async () => {
    await post(randomOf(13), 0);
    await seal(0);
    const failing = db().$transaction(async (tx) => {
      await unrollRun(tx, runId(0));
      throw new Error('of the caller');
    });
    await expect(failing).rejects.toThrow('of the caller');
    await expectExact([...RECOUNTS, ...ROLLED_RECOUNTS]);
    expect(await isEmpty()).toBe(false);
  });

  test('a start later on the same day of UTC unrolls nothing, one on the next does', async () => {
    await post(randomOf(14), 0);
    await updateRun(GATEWAY, runId(0), { startedAt: '2026-03-10T00:00:00.000Z' });
    await seal(0);
    const rolledDayAfter = async (startedAt: string) => {
      await db().$transaction((tx) => unrollMovedRun(tx, runId(0), new Date(startedAt)));
      return (await db().run.findUnique({ where: { id: runId(0) } }))?.rolledDay ?? null;
    };
    expect(await rolledDayAfter('2026-03-10T23:59:59.999Z')).toEqual(new Date('2026-03-10'));
    expect(await rolledDayAfter('2026-03-11T00:00:00.000Z')).toBeNull();
    await db().$transaction((tx) => unrollMovedRun(tx, 'never there', new Date()));
  });
});

test('counters that came down to nothing are removed, and only those', async () => {
  for (const n of [0, 1]) await post(randomOf(15), n);
  for (const n of [0, 1]) await seal(n);
  await deleteRuns(ADMIN, [runId(0)]);
  expect(await db().hourCount.count({ where: { jobId: jobOf(0) } })).toBeGreaterThan(0);
  expect(await purgeEmptyCounts()).toBeGreaterThan(0);
  expect(await db().hourCount.count({ where: { jobId: jobOf(0) } })).toBe(0);
  expect(await purgeEmptyCounts()).toBe(0);
  await expectExact([...RECOUNTS, ...ROLLED_RECOUNTS]);
  expect(await isEmpty()).toBe(false);
});
