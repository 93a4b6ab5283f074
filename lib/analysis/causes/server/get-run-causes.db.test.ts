import { beforeAll, describe, expect, test } from 'vitest';
import { GATEWAY, postLines, READER } from '@/lib/testing/ingest';
import { storeRun } from '@/lib/testing/store-run';
import { useTestDatabase } from '@/lib/testing/test-database';
import { openRun } from '@/lib/runs/server/open-run';
import { putDevice } from '@/lib/runs/server/put-device';
import { updateRun } from '@/lib/runs/server/update-run';
import { mergeRun } from '@/lib/upkeep/background/server/sql/merge-run';
import { buildNight, DAY_MS } from '@/simulator/scenario/build-night';
import { buildFleet } from '@/simulator/scenario/fleet';
import type { LineEvent, SimulatedRun } from '@/simulator/scenario/simulated-run';
import { describeRun } from '@/simulator/truth';
import { getRunCauses } from './get-run-causes';

useTestDatabase();

const LAST_MIDNIGHT_MS = Date.parse('2026-11-23T00:00:00Z');
const NIGHTS = 8;
const fleet = buildFleet(60);
const nights = Array.from({ length: NIGHTS }, (_, index) => {
  const nightsAgo = NIGHTS - 1 - index;
  return buildNight({ seed: 1, fleet, midnightMs: LAST_MIDNIGHT_MS - nightsAgo * DAY_MS, nightsAgo });
});
const runs = nights.flat();

/** The last run of a job in the night that many nights ago. */
function runOf(jobName: string, nightsAgo: number, attempt = 1): SimulatedRun {
  const run = nights[NIGHTS - 1 - nightsAgo]?.findLast(
    ({ open }) => open.jobName === jobName && open.attempt === attempt,
  );
  if (!run) throw new RangeError(`no ${jobName} ${nightsAgo} nights ago`);
  return run;
}

const errorsOf = (run: SimulatedRun, devices: readonly string[]): number =>
  run.events.filter(
    (event): event is LineEvent =>
      event.kind === 'line' && event.record.level === 'ERROR' && devices.includes(event.record.device ?? ''),
  ).length;

const causesOf = (run: SimulatedRun) => getRunCauses(READER, run.open.runId);

describe('demo nights against their own truth', () => {
  beforeAll(async () => {
    for (const run of runs) await storeRun(run);
  });

  test('every run has the causes of its truth, with the devices and the number of lines', async () => {
    let groupCount = 0;
    for (const run of runs) {
      const truth = Object.entries(describeRun(run).causes).filter(([cause]) => cause !== 'run cancelled');
      const { groups } = await causesOf(run);
      const found = groups
        .filter(({ deviceCount }) => deviceCount > 0)
        .map(({ cause, devices, lineCount }) => [cause, devices.map(({ device }) => device).sort(), lineCount]);
      const expected = truth.map(([cause, devices]) => [cause, [...devices].sort(), errorsOf(run, devices)]);
      expect(found.sort(), run.open.jobName).toEqual(expected.sort());
      const sizes = groups.map(({ deviceCount }) => deviceCount);
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
      groupCount += found.length;
    }
    expect(groupCount).toBeGreaterThan(10);
  });

  test('last night: a new cause at one site, and the pair that is gone for the fifth night', async () => {
    const { groups, comparedRuns } = await causesOf(runOf('Nightly backup', 0));
    expect(comparedRuns).toBe(NIGHTS);
    const [tacacs, pair] = groups;
    expect(tacacs).toMatchObject({
      cause: 'authentication failed: TACACS+ server tac-fra-01 timed out',
      sites: ['fra'],
      kinds: { new: tacacs?.deviceCount },
      longest: { kind: 'new', runsInARow: 1, since: null },
    });
    expect(pair).toMatchObject({
      cause: 'no route to host',
      devices: [{ device: 'ber-rt-01' }, { device: 'ber-rt-02' }],
      kinds: { known: 2 },
      longest: { runsInARow: 5, isAtLeast: false, since: runOf('Nightly backup', 4).open.startedAt },
    });
  });

  test('a recovery is reported in the next run only', async () => {
    const retry = await causesOf(runOf('Nightly backup', 2, 2));
    expect(retry.groups).toEqual([]);
    expect(retry.recovered).toMatchObject([
      {
        cause: 'configuration was not complete after 60 s',
        source: 'reported',
        deviceCount: 1,
        kinds: { recovered: 1 },
      },
    ]);
    expect((await causesOf(runOf('Nightly backup', 1))).recovered).toEqual([]);
  });

  test('a run that failed by itself tells its own errors, not their tracebacks', async () => {
    const { groups } = await causesOf(runOf('Nightly backup', 6));
    expect(groups.map(({ cause, deviceCount, lineCount }) => [cause, deviceCount, lineCount])).toEqual([
      ['push rejected again: remote has commits that do not merge', 0, 1],
      ['run failed: configurations were fetched but not stored', 0, 1],
    ]);
  });

  test('sealed runs answer the same', async () => {
    const run = runOf('Nightly backup', 0);
    const before = await causesOf(run);
    await mergeRun(run.open.runId);
    expect(await causesOf(run)).toEqual(before);
  });
});

describe('runs of which only lines are known', () => {
  let second = 0;
  async function sendRun(runId: string, failed: Record<string, string[]>, status: 'failed' | 'succeeded' = 'failed') {
    const timestamp = new Date(Date.UTC(2026, 0, 1, 0, 0, (second += 60))).toISOString();
    const fine = ['sw-1', 'sw-2', 'sw-3'].map((device) => ({ device, level: 'INFO', message: 'done' }));
    const errors = Object.entries(failed).flatMap(([device, messages]) =>
      messages.map((message) => ({ device, level: 'ERROR', message })),
    );
    await postLines([...fine, ...errors].map((line) => ({ ...line, job_id: 'lines', run_id: runId, timestamp })));
    await updateRun(GATEWAY, runId, { status, startedAt: timestamp, finishedAt: timestamp });
    return getRunCauses(READER, runId);
  }

  test('numbers, addresses and names are masked; history and usual errors come from earlier lines', async () => {
    const usual = 'licence 17 expires in 3 days';
    await sendRun('l1', { 'sw-1': [usual] }, 'succeeded');
    await sendRun('l2', { 'sw-1': ['sw-1: 10.0.0.1:22 refused after 3 s'] });
    const { groups, comparedRuns } = await sendRun('l3', {
      'sw-1': ['licence 17 expires in 1 days', 'sw-1: 10.0.0.1:22 refused after 4 s', 'gave up'],
      'sw-2': ['sw-2: 10.0.0.2:22 refused after 9 s'],
      'sw-3': ['licence 17 expires in 1 days'],
    });
    expect(comparedRuns).toBe(2);
    expect(groups).toMatchObject([
      {
        cause: '<device>: <ip> refused after # s',
        source: 'line',
        devices: [
          { device: 'sw-1', history: { kind: 'known', runsInARow: 2 } },
          { device: 'sw-2', history: { kind: 'new' } },
        ],
        lineCount: 4,
        search: '"refused after"',
        isInGoodRuns: false,
      },
      { pattern: 'licence # expires in # days', deviceCount: 1, isInGoodRuns: true },
    ]);
    const after = await sendRun('l4', {}, 'succeeded');
    expect(after.groups).toEqual([]);
    expect(after.recovered.map(({ pattern, source, deviceCount }) => [pattern, source, deviceCount])).toEqual([
      ['<device>: <ip> refused after # s', 'line', 2],
      ['licence # expires in # days', 'line', 1],
    ]);
  });

  test('a run that calls itself succeeded tells why a device failed in it, and nothing else', async () => {
    const { groups } = await sendRun('l5', { 'sw-9': ['flash 3 is full'], '': ['an error of the run'] }, 'succeeded');
    expect(groups).toMatchObject([{ cause: 'flash 3 is full', deviceCount: 1, lineCount: 1 }]);
    expect(groups).toHaveLength(1);
  });

  test('each of 900 failed devices is explained by its first error, and compared with that of the run before', async () => {
    const send = async (runId: string, day: number) => {
      const startedAt = new Date(Date.UTC(2026, 2, day)).toISOString();
      // The devices that are named come last, behind more than 3,000 other errors.
      const lines = Array.from({ length: 900 }, (_, at) => `sw-${String(900 - at).padStart(3, '0')}`).flatMap(
        (device) =>
          [
            Number(device.slice(3)) % 3 === 0 ? 'flash is full' : 'login was refused',
            ...[1, 2, 3].map((n) => `try ${n} on ${device} failed as well`),
          ].map((message) => ({ device, level: 'ERROR', message })),
      );
      await postLines(lines.map((line) => ({ ...line, job_id: 'wide', run_id: runId, timestamp: startedAt })));
      await updateRun(GATEWAY, runId, { status: 'failed', startedAt, finishedAt: startedAt });
    };
    await send('wide-1', 1);
    await mergeRun('wide-1');
    await send('wide-2', 2);
    const before = await getRunCauses(READER, 'wide-2');
    expect(before.groups).toMatchObject([
      { cause: 'login was refused', deviceCount: 600, lineCount: 2400, kinds: { known: 100 } },
      { cause: 'flash is full', deviceCount: 300, lineCount: 1200, kinds: { known: 100 } },
    ]);
    await mergeRun('wide-2');
    expect(await getRunCauses(READER, 'wide-2')).toEqual(before);
    await postLines([{ device: 'sw-late', level: 'ERROR', message: 'flash is full', run_id: 'wide-2' }]);
    const { groups } = await getRunCauses(READER, 'wide-2');
    expect(groups.map(({ deviceCount }) => deviceCount)).toEqual([600, 301]);
  });

  test('a run that did not get to a device interrupts no row', async () => {
    for (const [at, status] of (['failed', 'cancelled', 'failed'] as const).entries()) {
      const startedAt = new Date(Date.UTC(2026, 1, 1 + at)).toISOString();
      await openRun(GATEWAY, { jobId: 'row', runId: `row-${at}`, startedAt, devices: [{ device: 'sw-1' }] });
      if (status === 'failed') {
        await putDevice(GATEWAY, { runId: `row-${at}`, device: 'sw-1' }, { status: 'unreachable', cause: 'no route' });
      }
      await updateRun(GATEWAY, `row-${at}`, { status });
    }
    const { groups, comparedRuns } = await getRunCauses(READER, 'row-2');
    expect(comparedRuns).toBe(2);
    expect(groups).toMatchObject([{ cause: 'no route', kinds: { known: 1 }, longest: { runsInARow: 2 } }]);
  });

  test('an unknown run is not found', async () => {
    await expect(getRunCauses(READER, 'nobody')).rejects.toMatchObject({ code: 'not_found' });
    await expect(getRunCauses(GATEWAY, 'l1')).rejects.toMatchObject({ code: 'forbidden' });
  });
});
