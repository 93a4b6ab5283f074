import { beforeAll, describe, expect, test } from 'vitest';
import { mergeRun } from '@/lib/upkeep/background/server/sql/merge-run';
import { db } from '@/lib/db/client';
import { LEVELS } from '@/lib/store/chunks/level';
import { openRunInput } from '@/lib/runs/schema';
import { openRun } from '@/lib/runs/server/open-run';
import { putDevice } from '@/lib/runs/server/put-device';
import { updateRun } from '@/lib/runs/server/update-run';
import { GATEWAY, postLines, READER } from '@/lib/testing/ingest';
import { useTestDatabase } from '@/lib/testing/test-database';
import { createRandom } from '@/simulator/random';
import { runTimelineSchema, type RunTimeline } from '../schema';
import { getRunTimeline } from './get-run-timeline';

useTestDatabase();

const START = Date.UTC(2026, 9, 1, 2);
const iso = (ms: number): string => new Date(START + ms).toISOString();

type SentLine = { ms: number; device: string; component: string; level: (typeof LEVELS)[number] };

const send = (runId: string, lines: readonly SentLine[]) =>
  postLines(
    lines.map(({ ms, ...line }) => ({ ...line, run_id: runId, job_id: 'timed', timestamp: iso(ms), message: 'm' })),
  );
const open = (runId: string, jobId = 'timed') =>
  openRun(GATEWAY, openRunInput.parse({ jobId, runId, startedAt: iso(0) }));
const end = (runId: string, ms: number) => updateRun(GATEWAY, runId, { status: 'succeeded', finishedAt: iso(ms) });
const work = (runId: string, device: string, from: number, to?: number) =>
  putDevice(
    GATEWAY,
    { runId, device },
    {
      status: to === undefined ? 'running' : 'unchanged',
      startedAt: iso(from),
      ...(to !== undefined && { finishedAt: iso(to) }),
    },
  );
const timelineOf = async (runId: string) => runTimelineSchema.parse(await getRunTimeline(READER, runId));

const line = (ms: number, change: Partial<SentLine> = {}): SentLine => ({
  ms,
  device: 'sw-1',
  component: 'gateway',
  level: 'INFO',
  ...change,
});

describe('a run of random lines, against what counting each line gives', () => {
  const SECONDS = 600;
  const random = createRandom('timeline');
  const devices = ['sw-1', 'sw-2', "rt-'3", 'fw-4', ''] as const;
  const lines: SentLine[] = Array.from({ length: 4200 }, (_, n) => ({
    // In order except for some seconds, as when several devices write at a time; some lines are of the night before.
    ms: n % 211 === 0 ? -5000 - n : Math.round((n / 4200) * SECONDS * 1000 + (random.next() - 0.5) * 4000),
    device: random.pick(devices),
    component: random.pick(['gateway', 'worker', '', 'git']),
    level: random.next() < 0.9 ? 'INFO' : random.pick(LEVELS),
  }));

  beforeAll(async () => {
    await open('random');
    for (let at = 0; at < lines.length; at += 700) await send('random', lines.slice(at, at + 700));
    await work('random', 'sw-1', 10, 300_000);
    await end('random', SECONDS * 1000);
  });

  function check(timeline: RunTimeline): void {
    const { startedAt, histogram, components, marks, markCount, devices: lanes, durationMs } = timeline;
    const zeroMs = Date.parse(startedAt) - START;
    expect(zeroMs).toBe(Math.min(...lines.map(({ ms }) => ms)));
    const bucketIndexOf = ({ ms }: SentLine): number => Math.floor((ms - zeroMs) / histogram.bucketMs);
    const counts = histogram.counts.map(() => LEVELS.map(() => 0));
    for (const each of lines) {
      const bucket = counts[bucketIndexOf(each)] ?? [];
      bucket[LEVELS.indexOf(each.level)] = (bucket[LEVELS.indexOf(each.level)] ?? 0) + 1;
    }
    expect(histogram.counts).toEqual(counts);
    for (const { component, levelCounts, buckets } of components) {
      const own = lines.filter((each) => each.component === component);
      expect(levelCounts).toEqual(LEVELS.map((level) => own.filter((each) => each.level === level).length));
      const perBucket = new Map<number, number>();
      for (const each of own) perBucket.set(bucketIndexOf(each), (perBucket.get(bucketIndexOf(each)) ?? 0) + 1);
      expect(buckets).toEqual([...perBucket].sort(([one], [other]) => one - other));
    }
    const spotMs = Math.ceil(durationMs / 1000);
    const spots = new Map<string, { worst: number; seq: number; count: number }>();
    for (const [index, { ms, device, component, level }] of lines.entries()) {
      const rank = LEVELS.indexOf(level);
      if (rank < 2) continue;
      const key = JSON.stringify([device, component, Math.floor((ms - zeroMs) / spotMs)]);
      const spot = spots.get(key) ?? { worst: -1, seq: 0, count: 0 };
      spots.set(key, {
        worst: Math.max(spot.worst, rank),
        seq: rank > spot.worst ? index + 1 : spot.seq,
        count: spot.count + 1,
      });
    }
    const found = marks.map(({ lane, component, ms, level, seq, count }) => [
      JSON.stringify([lanes[lane]?.device ?? '', components[component]?.component ?? 'none', Math.floor(ms / spotMs)]),
      { worst: LEVELS.indexOf(level), seq, count },
    ]);
    expect(new Map(found as [string, object][])).toEqual(spots);
    expect([marks.length, markCount]).toEqual([spots.size, spots.size]);
    expect(marks[0]?.level).toBe('CRITICAL');
  }

  test('histogram, component lanes and marks are exact', async () => {
    check(await timelineOf('random'));
  });

  test('and the same when the run is sealed', async () => {
    const before = await timelineOf('random');
    await mergeRun('random');
    expect(await db().logChunk.count({ where: { runId: 'random', sealed: false } })).toBe(0);
    const after = await timelineOf('random');
    check(after);
    expect(after).toEqual(before);
  });

  test('lanes come by name, with what the lines say of the devices', async () => {
    const { devices: lanes, lastDevice, lastSeq, startedAt } = await timelineOf('random');
    expect(lanes.map(({ device }) => device)).toEqual(['fw-4', "rt-'3", 'sw-1', 'sw-2']);
    const before = START - Date.parse(startedAt);
    expect(lanes[2]).toMatchObject({ status: 'unchanged', startMs: before + 10, endMs: before + 300_000 });
    expect(lanes[3]).toMatchObject({ startMs: null, endMs: null, phases: [], usualMs: null });
    expect([lastDevice, lastSeq]).toEqual([2, 4200]);
  });
});

describe('silences', () => {
  test('a device that is silent at work for unusually long has stalled; the run was idle if all were silent', async () => {
    await open('silent');
    const rhythm = [0, 20, 50, 90].flatMap((from) => Array.from({ length: 10 }, (_, n) => (from + n) * 1000));
    await send('silent', [
      ...rhythm.map((ms) => line(ms)),
      ...rhythm.slice(0, 10).map((ms) => line(ms, { device: 'done' })),
    ]);
    await work('silent', 'sw-1', 0, 100_000);
    await work('silent', 'done', 0, 9500);
    await end('silent', 100_000);
    const { stalls, idle, devices } = await timelineOf('silent');
    const lane = devices.findIndex(({ device }) => device === 'sw-1');
    expect(stalls).toEqual([
      { startMs: 59_000, endMs: 90_000, lane },
      { startMs: 29_000, endMs: 50_000, lane },
      { startMs: 9000, endMs: 20_000, lane },
    ]);
    expect(idle).toEqual([
      { startMs: 9500, endMs: 20_000 },
      { startMs: 29_000, endMs: 50_000 },
      { startMs: 59_000, endMs: 90_000 },
    ]);
  });

  test('sealed chunks inside one bucket tell silences and counts without their lines', async () => {
    await open('chunks');
    const burst = (second: number, devices: string[]) =>
      Array.from({ length: 1000 }, (_, n) =>
        line(second * 1000 + Math.floor(n / 2), {
          device: devices[n % devices.length] ?? '',
          component: n % 4 ? 'gateway' : 'git',
          level: n % 10 ? 'INFO' : 'ERROR',
        }),
      );
    for (const second of [0, 100, 200, 300, 400, 999]) {
      await send('chunks', burst(second, second === 200 || second === 300 ? ['busy'] : ['busy', 'slow']));
    }
    await work('chunks', 'busy', 0, 401_000);
    await work('chunks', 'slow', 0, 1_000_000);
    await end('chunks', 1_000_000);
    await mergeRun('chunks');
    const { stalls, histogram, components } = await timelineOf('chunks');
    const indexes = [0, 100, 200, 300, 400, 999].map((second) => Math.floor((second * 1000) / histogram.bucketMs));
    expect(histogram.counts).toEqual(
      histogram.counts.map((_, index) => (indexes.includes(index) ? [0, 900, 0, 100, 0] : [0, 0, 0, 0, 0])),
    );
    expect(components).toEqual([
      { component: 'gateway', levelCounts: [0, 4200, 0, 300, 0], buckets: indexes.map((index) => [index, 750]) },
      { component: 'git', levelCounts: [0, 1200, 0, 300, 0], buckets: indexes.map((index) => [index, 250]) },
    ]);
    // For chunks of half a second only their ends are known.
    expect(stalls.filter(({ lane }) => lane === 1)).toEqual([
      { lane: 1, startMs: 400_500, endMs: 999_000 },
      { lane: 1, startMs: 100_500, endMs: 400_000 },
    ]);
    expect(stalls.filter(({ lane }) => lane === 0)).toHaveLength(4);
  });
});

describe('an open run', () => {
  const sinceMs = (ms: number) => Date.now() - START - ms;

  test('reaches to now: a silent device at work has stalled, and no device ended the run', async () => {
    const from = sinceMs(120_000);
    await openRun(GATEWAY, openRunInput.parse({ jobId: 'timed', runId: 'open', startedAt: iso(from) }));
    await send(
      'open',
      Array.from({ length: 40 }, (_, n) => line(from + n * 1000)),
    );
    await work('open', 'sw-1', from);
    await work('open', 'sw-2', from, from + 50_000);
    const { durationMs, stalls, lastDevice } = await timelineOf('open');
    expect(durationMs).toBeGreaterThanOrEqual(120_000);
    expect(durationMs).toBeLessThan(180_000);
    expect(stalls).toEqual([{ lane: 0, startMs: 39_000, endMs: durationMs }]);
    expect(lastDevice).toBeNull();
  });

  test('tells what a device usually takes, by the runs before', async () => {
    const tookMs = [4000, 1000, 9000, 3000];
    for (const [n, ms] of tookMs.entries()) {
      await openRun(GATEWAY, openRunInput.parse({ jobId: 'usual', runId: `usual-${n}`, startedAt: iso(n * 60_000) }));
      await work(`usual-${n}`, 'sw-1', n * 60_000, n * 60_000 + ms);
      if (n < 2) await work(`usual-${n}`, 'rare', n * 60_000, n * 60_000 + ms);
      await end(`usual-${n}`, n * 60_000 + 20_000);
    }
    const devices = ['sw-1', 'rare'].map((device) => ({ device }));
    await openRun(
      GATEWAY,
      openRunInput.parse({ jobId: 'usual', runId: 'usual-now', startedAt: iso(sinceMs(0)), devices }),
    );
    const lanes = (await timelineOf('usual-now')).devices;
    expect(lanes.map(({ device, usualMs }) => [device, usualMs])).toEqual([
      ['rare', null],
      ['sw-1', 3500],
    ]);
    await updateRun(GATEWAY, 'usual-now', { status: 'succeeded' });
    expect((await timelineOf('usual-now')).devices.map(({ usualMs }) => usualMs)).toEqual([null, null]);
  });
});

test('phases are told by index, in the order of work', async () => {
  await open('phased');
  const phases = [
    { phase: 'connect', startedAt: iso(0), finishedAt: iso(500), status: 'succeeded' as const },
    { phase: 'fetch', startedAt: iso(500), finishedAt: iso(9000), status: 'failed' as const },
  ];
  await putDevice(GATEWAY, { runId: 'phased', device: 'sw-1' }, { status: 'failed', cause: 'x'.repeat(1000), phases });
  await end('phased', 9000);
  const timeline = await timelineOf('phased');
  expect(timeline.phases).toEqual(['connect', 'fetch']);
  expect(timeline.devices[0]).toMatchObject({
    startMs: 0,
    endMs: 9000,
    cause: 'x'.repeat(300),
    phases: [
      [0, 0, 500, 'succeeded'],
      [1, 500, 9000, 'failed'],
    ],
  });
});

test('with more components than lanes, those with most lines get one, and all are counted', async () => {
  await open('many');
  const lines = Array.from({ length: 300 }, (_, n) =>
    line(n, { component: n < 100 ? 'most' : `component-${n}`, level: 'ERROR' }),
  );
  await send('many', lines);
  await end('many', 1000);
  const { components, histogram, marks } = await timelineOf('many');
  expect(components).toHaveLength(100);
  expect(components[0]).toMatchObject({ component: 'most', levelCounts: [0, 0, 0, 100, 0] });
  expect(histogram.counts.flat().reduce((sum, count) => sum + count, 0)).toBe(300);
  expect(marks.filter(({ component }) => component === -1)).toHaveLength(101);
});

test('an empty run has hardly anything to show', async () => {
  await openRun(GATEWAY, openRunInput.parse({ jobId: 'timed', runId: 'empty', startedAt: iso(0) }));
  await end('empty', 0);
  expect(await timelineOf('empty')).toEqual({
    startedAt: iso(0),
    durationMs: 0,
    phases: [],
    devices: [],
    components: [],
    marks: [],
    markCount: 0,
    histogram: { bucketMs: 1, counts: [[0, 0, 0, 0, 0]] },
    idle: [],
    stalls: [],
    lastDevice: null,
    lastSeq: 0,
  });
});

test('needs the right to read runs, and a run', async () => {
  await expect(getRunTimeline(GATEWAY, 'empty')).rejects.toMatchObject({ code: 'forbidden' });
  await expect(getRunTimeline(READER, 'no such run')).rejects.toMatchObject({ code: 'not_found' });
});
