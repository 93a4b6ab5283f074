import { expect, it } from 'vitest';
import { buildDeviceLanes, timeDevice, workTimes, type StoredDevice } from './device-lanes';

const ZERO = Date.UTC(2026, 10, 23, 2);
const iso = (ms: number) => new Date(ZERO + ms).toISOString();

const row = (change: Partial<StoredDevice>): StoredDevice => ({
  device: 'sw-1',
  status: 'unchanged',
  site: 'fra',
  type: null,
  cause: null,
  started_ms: ZERO + 1000.4,
  finished_ms: ZERO + 9000,
  phases: [],
  level_counts: [1, 2, 3, 4, 5],
  clock_skew_seconds: null,
  ...change,
});

function lanesOf(rows: StoredDevice[], usualMs = new Map<string, number>()) {
  return buildDeviceLanes({ devices: rows.map(timeDevice), zeroMs: ZERO, runStartedMs: ZERO + 500, usualMs });
}

it('counts from where the timeline starts, and points at phases by their index', () => {
  const phases = [
    { phase: 'connect', startedAt: iso(-20), finishedAt: iso(2000), status: 'succeeded' as const },
    { phase: 'fetch', startedAt: iso(2100) },
  ];
  const { phases: names, lanes } = lanesOf([row({ phases })], new Map([['sw-1', 8100]]));
  expect(names).toEqual(['connect', 'fetch']);
  expect(lanes[0]).toMatchObject({
    startMs: 1000,
    endMs: 9000,
    phases: [
      [0, -20, 2000, 'succeeded'],
      [1, 2100, null, null],
    ],
    usualMs: 8100,
    levelCounts: [1, 2, 3, 4, 5],
  });
});

it('takes from its phases when a device worked, but not that one at work has ended', () => {
  const phases = [
    { phase: 'connect', startedAt: iso(100), finishedAt: iso(200) },
    { phase: 'fetch', startedAt: iso(200), finishedAt: iso(700) },
  ];
  const times = { started_ms: null, finished_ms: null, phases };
  const [done, running] = lanesOf([row(times), row({ ...times, status: 'running' })]).lanes;
  expect([done?.startMs, done?.endMs]).toEqual([100, 700]);
  expect([running?.startMs, running?.endMs]).toEqual([100, null]);
});

it('begins a phase of unknown start where the one before ended', () => {
  const phases = [{ phase: 'connect', finishedAt: iso(3000) }, { phase: 'fetch' }, { phase: 'diff' }];
  expect(lanesOf([row({ phases })]).lanes[0]?.phases.map(([, from, to]) => [from, to])).toEqual([
    [1000, 3000],
    [3000, null],
    [3000, null],
  ]);
  const nowhere = row({ started_ms: null, finished_ms: null, phases: [{ phase: 'connect' }] });
  expect(lanesOf([nowhere]).lanes[0]).toMatchObject({ startMs: null, phases: [[0, 500, null, null]] });
});

it('gives all times of work to the axis', () => {
  const phases = [{ phase: 'connect', startedAt: iso(1), finishedAt: iso(2) }];
  expect([...workTimes([timeDevice(row({ phases, finished_ms: null }))])]).toEqual([
    ZERO + 1000.4,
    null,
    ZERO + 1,
    ZERO + 2,
  ]);
});
