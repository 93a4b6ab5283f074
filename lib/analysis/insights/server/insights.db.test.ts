import { describe, expect, inject, test } from 'vitest';
import { pool } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { MINUTE_MS } from '@/lib/format/time-units';
import { deleteRuns } from '@/lib/runs/server/delete-runs';
import { openRun } from '@/lib/runs/server/open-run';
import { putDevice } from '@/lib/runs/server/put-device';
import { updateRun } from '@/lib/runs/server/update-run';
import { isBadDeviceStatus, isGoodDeviceStatus, type DeviceStatus } from '@/lib/runs/status';
import { ADMIN, GATEWAY, postLines, READER } from '@/lib/testing/ingest';
import { useTestDatabase } from '@/lib/testing/test-database';
import { mergeRun } from '@/lib/upkeep/background/server/sql/merge-run';
import { createRandom, type Random } from '@/simulator/random';
import { insightErrorsQuery, insightRunsQuery } from '../schema';
import { naiveOrder, naiveSeries, naiveShift, type Fact, type NaiveSeries } from '../testing/naive-series';
import { countInsightErrors } from './count-insight-errors';
import { countInsightRuns } from './count-insight-runs';

useTestDatabase();

const RUNS = 9;
const STEPS = 16;
const HISTORIES = inject('isCi') ? 200 : 25;
const SPAN_MINUTES = 12 * 1440;
/** Around both changes of the clock in Europe, one in America, and a week without one. */
const BASES = ['2025-03-22', '2025-10-18', '2025-11-01', '2025-06-02'].map((day) => Date.parse(`${day}T00:00:00Z`));
const LEVELS = ['DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL'] as const;
/** More than have a series of their own. */
const COMPONENTS = ['', 'gateway', 'Gateway', 'ä', ...Array.from({ length: 9 }, (_, n) => `worker.${n}`)];
const DEVICES = ['d1', 'D1', 'd 2'];

type History = { random: Random; baseMs: number };
const runId = (n: number): string => `run-${n}`;
const jobOf = (n: number): string => `job-${n % 3}`;
const timeAt = ({ random, baseMs }: History, minute = random.int(0, SPAN_MINUTES)): string =>
  new Date(baseMs + minute * MINUTE_MS + random.int(0, 59_999)).toISOString();

async function post(history: History, n: number): Promise<unknown> {
  const { random } = history;
  const start = random.int(0, SPAN_MINUTES);
  const spread = random.pick([30, 600]);
  const lines = Array.from({ length: random.int(1, 20) }, () => ({
    run_id: runId(n),
    job_id: jobOf(n),
    timestamp: timeAt(history, start + random.int(0, spread)),
    level: random.pick(LEVELS),
    component: random.pick(COMPONENTS),
    device: random.pick(['', ...DEVICES]),
    message: 'm',
  }));
  return postLines(lines);
}

const open = (history: History, n: number) =>
  openRun(GATEWAY, {
    jobId: jobOf(n),
    runId: runId(n),
    jobName: `Name ${history.random.int(1, 9)}`,
    jobType: n % 3 === 0 ? 'config_backup' : 'reachability',
    gateway: history.random.pick(['gw-1', 'gw-2']),
    trigger: history.random.pick(['schedule', 'manual']),
    startedAt: timeAt(history),
    devices: [{ device: history.random.pick(DEVICES), site: history.random.pick(['fra', 'ber']) }],
  });

async function end(history: History, n: number): Promise<void> {
  const status = history.random.pick(['succeeded', 'partial', 'failed', 'cancelled', 'running'] as const);
  await updateRun(GATEWAY, runId(n), { status });
  await mergeRun(runId(n));
}

const result = ({ random }: History, n: number) =>
  putDevice(
    GATEWAY,
    { runId: runId(n), device: random.pick(DEVICES) },
    { status: random.pick(['changed', 'unchanged', 'failed', 'unreachable', 'skipped'] as const) },
  );

/** What happens to runs, each to one; late lines come after an end, and a run that is open has lines that no hour holds yet. */
const HAPPENINGS: ((history: History, n: number) => Promise<unknown>)[] = [
  post,
  post,
  open,
  result,
  end,
  end,
  (history, n) => updateRun(GATEWAY, runId(n), { startedAt: timeAt(history) }),
  (_history, n) => deleteRuns(ADMIN, [runId(n)]),
];

async function happen(history: History): Promise<void> {
  try {
    await history.random.pick(HAPPENINGS)(history, history.random.int(0, RUNS - 1));
  } catch (error) {
    // The run is not there (yet, or any more).
    if (!(error instanceof AppError && error.code === 'not_found')) throw error;
  }
}

type RunFact = {
  id: string;
  ms: number;
  job: string;
  type: string;
  status: string;
  gateway: string | null;
  trigger: string | null;
  sites: string[];
};
type LineFact = { id: string; ms: number; level: number; component: string; device: string };
type DeviceFact = { id: string; device: string; status: DeviceStatus };
type Facts = { runs: RunFact[]; lines: LineFact[]; devices: DeviceFact[] };

async function readFacts(): Promise<Facts> {
  const rowsOf = async <Row extends object>(sql: string) => (await pool().query<Row>(sql)).rows;
  return {
    runs: await rowsOf<RunFact>(`
      SELECT r.id, extract(epoch FROM r.started_at)::float8 * 1000 AS ms, r.job_id AS job, j.type, r.status, r.gateway, r.trigger, r.sites
      FROM run r JOIN job j ON j.id = r.job_id`),
    lines: await rowsOf<LineFact>(`
      SELECT run_id AS id, extract(epoch FROM time)::float8 * 1000 AS ms, level::int, component, device FROM log_line`),
    devices: await rowsOf<DeviceFact>('SELECT run_id AS id, device, status FROM run_device'),
  };
}

type Filter = {
  by?: string;
  job?: string;
  type?: string;
  gateway?: string;
  status?: string;
  site?: string;
  device?: string;
};

const passes = (run: RunFact, filter: Filter, { devices }: Facts): boolean =>
  (!filter.job || run.job === filter.job) &&
  (!filter.type || run.type === filter.type) &&
  (!filter.gateway || run.gateway === filter.gateway) &&
  (!filter.status || run.status === filter.status) &&
  (!filter.site || run.sites.includes(filter.site)) &&
  (!filter.device || devices.some(({ id, device }) => id === run.id && device === filter.device));

function valueOf(by: string | undefined, run: RunFact, line?: LineFact, device = ''): string {
  if (by === 'level') return LEVELS[(line?.level ?? 0) / 10 - 1] ?? '';
  if (by === 'component') return line?.component ?? '';
  if (by === 'device') return line?.device ?? device;
  if (by === 'job' || by === 'type' || by === 'status') return run[by];
  return by === 'gateway' || by === 'trigger' ? (run[by] ?? '') : '';
}

function lineFacts(facts: Facts, filter: Filter, countedBy: string): Fact[] {
  return facts.lines.flatMap((line) => {
    const run = facts.runs.find(({ id }) => id === line.id);
    if (!run || !passes(run, filter, facts) || (filter.device && line.device !== filter.device)) return [];
    const sums = { lines: 1, errors: Number(line.level >= 40) };
    return [{ atMs: countedBy === 'lineTime' ? line.ms : run.ms, value: valueOf(filter.by, run, line), sums }];
  });
}

function runFacts(facts: Facts, filter: Filter): Fact[] {
  return facts.runs
    .filter((run) => passes(run, filter, facts))
    .map((run) => {
      const devices = facts.devices.filter(
        ({ id, device }) => id === run.id && (!filter.device || device === filter.device),
      );
      const bad = devices.filter(({ status }) => isBadDeviceStatus(status)).length;
      const sums = {
        runs: 1,
        judged: Number(['succeeded', 'partial', 'failed', 'stale'].includes(run.status)),
        failed: Number(run.status === 'failed'),
        partial: Number(run.status === 'partial'),
        devices: devices.length,
        judgedDevices: bad + devices.filter(({ status }) => isGoodDeviceStatus(status)).length,
        failedDevices: bad,
      };
      return { atMs: run.ms, value: valueOf(filter.by, run, undefined, filter.device), sums };
    });
}

type Answered = NaiveSeries & { from: string; to: string; bucketSeconds: number };

/** The present range and the one before, each beside a count one by one. */
function expectCounted(
  answer: Answered & { previous: Answered },
  facts: Fact[],
  order: [string, string],
  about: object,
) {
  const { previous } = answer;
  const shiftMs = Date.parse(answer.from) - Date.parse(previous.from);
  expect(shiftMs).toBe(naiveShift(answer));
  const values = naiveOrder(facts, answer, order);
  const bare = ({ series, others }: NaiveSeries) => ({
    series: series.map(({ value, buckets }) => ({ value, buckets })),
    others,
  });
  expect(bare(answer), JSON.stringify(about)).toEqual(naiveSeries(facts, answer, { own: values, shiftMs: 0 }));
  expect(bare(previous), JSON.stringify(about)).toEqual(naiveSeries(facts, previous, { own: values, shiftMs }));
}

function randomSpan({ random, baseMs }: History) {
  const fromMinute = random.int(0, SPAN_MINUTES) - (random.chance(0.5) ? 0 : random.int(0, 3000));
  const length = random.pick([90, 1440, 4000, 9 * 1440]);
  const at = (minute: number) => new Date(baseMs + minute * MINUTE_MS).toISOString();
  return {
    from: at(random.chance(0.5) ? fromMinute : fromMinute - (fromMinute % 60)),
    to: at(fromMinute + length),
    ...(random.chance(0.7) && {
      bucketSeconds: random.pick(length < 2000 ? [600, 3600, 7200] : [3600, 25_200, 86_400, 604_800]),
    }),
  };
}

const oneOf = (
  { random }: History,
  name: keyof Filter,
  values: readonly string[],
  { chance = 0.3 }: { chance?: number } = {},
): Filter => (random.chance(chance) ? { [name]: random.pick(values) } : {});

const splitBy = (history: History, splits: readonly string[]): Filter => oneOf(history, 'by', splits, { chance: 0.8 });

async function compareErrors(history: History, facts: Facts, asked: Filter): Promise<void> {
  const query = { ...randomSpan(history), ...asked };
  const answer = await countInsightErrors(READER, insightErrorsQuery.parse(query));
  expectCounted(answer, lineFacts(facts, asked, answer.countedBy), ['errors', 'lines'], query);
}

async function compareRuns(history: History, facts: Facts, asked: Filter): Promise<void> {
  const query = { ...randomSpan(history), ...asked };
  const answer = await countInsightRuns(READER, insightRunsQuery.parse(query));
  expectCounted(answer, runFacts(facts, asked), ['failed', 'runs'], query);
}

async function compareAll(history: History): Promise<void> {
  const facts = await readFacts();
  const ofJobs: Filter = {
    ...oneOf(history, 'job', ['job-0', 'job-1']),
    ...oneOf(history, 'type', ['reachability', 'none']),
  };
  const ofRuns: Filter = {
    ...ofJobs,
    ...oneOf(history, 'gateway', ['gw-1']),
    ...oneOf(history, 'status', ['failed', 'succeeded']),
    ...oneOf(history, 'site', ['fra']),
    ...oneOf(history, 'device', DEVICES),
  };
  await compareErrors(history, facts, { ...ofJobs, ...splitBy(history, ['level', 'component', 'job']) });
  await compareErrors(history, facts, { ...ofRuns, ...splitBy(history, ['level', 'job', 'gateway']) });
  await compareErrors(history, facts, { ...ofJobs, by: 'device', device: 'd1' });
  await compareRuns(history, facts, {
    ...ofRuns,
    ...splitBy(history, ['job', 'type', 'gateway', 'status', 'trigger']),
  });
  await compareRuns(history, facts, { ...ofJobs, by: 'device', device: 'd1' });
}

describe('insights beside a count one by one', () => {
  test(`are the same in ${HISTORIES} random histories`, async () => {
    for (let seed = 0; seed < HISTORIES; seed += 1) {
      const random = createRandom('insights', seed);
      const history: History = { random, baseMs: random.pick(BASES) };
      for (let step = 0; step < STEPS; step += 1) await happen(history);
      await compareAll(history);
      await compareAll(history);
      if (random.chance(0.7)) {
        await deleteRuns(
          ADMIN,
          Array.from({ length: RUNS }, (_, n) => runId(n)),
        );
      }
    }
  });
});
