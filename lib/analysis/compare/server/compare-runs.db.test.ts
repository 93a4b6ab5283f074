import { beforeAll, describe, expect, test } from 'vitest';
import { mergeRun } from '@/lib/upkeep/background/server/sql/merge-run';
import { openRun } from '@/lib/runs/server/open-run';
import { putDevice } from '@/lib/runs/server/put-device';
import { updateRun } from '@/lib/runs/server/update-run';
import { GATEWAY, postLines, READER } from '@/lib/testing/ingest';
import { storeRun } from '@/lib/testing/store-run';
import { useTestDatabase } from '@/lib/testing/test-database';
import { buildNight, DAY_MS } from '@/simulator/scenario/build-night';
import { buildFleet } from '@/simulator/scenario/fleet';
import type { SimulatedRun } from '@/simulator/scenario/simulated-run';
import { describeRun } from '@/simulator/truth';
import { maskMessage } from '@/lib/analysis/patterns/mask-message';
import { createMasker } from '@/lib/analysis/patterns/masker';
import { compareRuns } from './compare-runs';
import { MAX_COURSE_LINES } from './sql/find-device-courses';
import { readRunMessages } from './sql/read-run-messages';

useTestDatabase();

const LAST_MIDNIGHT_MS = Date.parse('2026-11-23T00:00:00Z');
const NIGHTS = 10;
const fleet = buildFleet(60);
const runs = Array.from({ length: NIGHTS }, (_, index) => NIGHTS - 1 - index).flatMap((nightsAgo) =>
  buildNight({ seed: 3, fleet, midnightMs: LAST_MIDNIGHT_MS - nightsAgo * DAY_MS, nightsAgo }),
);
const ofJob = (jobName: string) => runs.filter(({ open }) => open.jobName === jobName);
const last = (list: readonly SimulatedRun[]): SimulatedRun => {
  const run = list.at(-1);
  if (!run) throw new RangeError('no such run');
  return run;
};

describe('demo nights against their own truth', () => {
  beforeAll(async () => {
    for (const run of runs) await storeRun(run);
  });

  test('every device that turned bad left its course at the cause of its truth', async () => {
    let followed = 0;
    for (const run of runs.filter(({ open }) => Date.parse(open.startedAt) > LAST_MIDNIGHT_MS - 6 * DAY_MS)) {
      const comparison = await compareRuns(READER, run.open.runId).catch(() => null);
      const truth = Object.entries(describeRun(run).causes);
      for (const { device, problem, nowLine, common, phase } of comparison?.divergence.rows ?? []) {
        if (device === '') continue;
        const cause = truth.find(([, devices]) => devices.includes(device))?.[0] ?? '';
        const pattern = maskMessage(problem?.message ?? '', new Set([device])).pattern;
        expect(pattern, `${run.open.jobName} ${device}`).toContain(maskMessage(cause, new Set()).pattern);
        expect(common.length).toBeGreaterThanOrEqual(2);
        expect(['connect', 'authenticate', 'fetch']).toContain(phase);
        expect((problem?.seq ?? 0) - (nowLine?.seq ?? 0)).toBeGreaterThanOrEqual(0);
        followed += 1;
      }
    }
    expect(followed).toBeGreaterThan(10);
  });

  test('last night stands against the last whole run that succeeded, not against a retry of one device', async () => {
    const nightly = ofJob('Nightly backup');
    const run = last(nightly);
    const comparison = await compareRuns(READER, run.open.runId);
    const truth = describeRun(run);
    const isWhole = (other: SimulatedRun) => other.open.devices.length * 2 >= run.open.devices.length;
    const good = nightly.filter((other) => describeRun(other).status === 'succeeded' && isWhole(other));
    expect(comparison.before.runId).toBe(last(good).open.runId);
    expect(comparison).toMatchObject({ choice: 'succeeded', partial: false, leftOut: [] });
    const bad = [...(truth.devices.failed ?? []), ...(truth.devices.unreachable ?? [])].sort();
    const worse = comparison.devices.rows.filter(({ change }) => change === 'worse').map(({ device }) => device);
    expect(worse.sort()).toEqual(bad);
    expect(comparison.divergence.turnedBad).toBe(bad.length);
    expect(comparison.divergence.rows.map(({ device }) => device).sort()).toEqual(bad);
    const times = comparison.divergence.rows.map(({ timeMs }) => timeMs);
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(comparison.difference.lineCount).toBe(truth.lineCount - describeRun(last(good)).lineCount);
  });

  test('messages: the new error with its devices and lines; what both wrote equally often is only counted', async () => {
    const run = last(ofJob('Nightly backup'));
    const { messages } = await compareRuns(READER, run.open.runId);
    const failed = describeRun(run).devices.failed ?? [];
    expect(messages.rows[0]).toMatchObject({ change: 'new', level: 'ERROR', beforeCount: 0, beforeSeq: null });
    expect(messages.rows).toContainEqual(
      expect.objectContaining({
        pattern: 'authentication failed: TACACS+ server tac-fra-# timed out',
        change: 'new',
        nowCount: failed.length,
        nowDevices: failed.length,
      }),
    );
    const isError = ({ level }: { level: string }) => ['WARNING', 'ERROR', 'CRITICAL'].includes(level);
    const firstRest = messages.rows.findIndex((row) => !isError(row));
    expect(messages.rows.slice(firstRest).some(isError)).toBe(false);
    expect(messages.counts.same).toBeGreaterThan(0);
  });

  test('a run that failed by itself diverges in its own lines', async () => {
    const run = ofJob('Nightly backup').find((each) => each.incidents.some((title) => title.includes('push')));
    const { divergence } = await compareRuns(READER, run?.open.runId ?? '');
    expect(divergence.turnedBad).toBe(0);
    expect(divergence.rows).toMatchObject([{ device: '', problem: { level: 'ERROR' } }]);
    expect(divergence.rows[0]?.problem?.message).toContain('push');
  });

  test('sealed runs, and the two the other way round, answer the same and the opposite', async () => {
    const run = last(ofJob('Nightly backup'));
    const open = await compareRuns(READER, run.open.runId);
    await mergeRun(open.now.runId);
    await mergeRun(open.before.runId);
    expect(await compareRuns(READER, run.open.runId)).toEqual(open);
    const reverse = await compareRuns(READER, open.before.runId, { with: open.now.runId });
    expect(reverse.choice).toBe('given');
    expect(reverse.messages.counts).toEqual({
      new: open.messages.counts.gone,
      gone: open.messages.counts.new,
      more: open.messages.counts.fewer,
      fewer: open.messages.counts.more,
      same: open.messages.counts.same,
    });
    expect(reverse.devices.counts.better).toBe(open.devices.counts.worse);
  });
});

describe('which run is the other one', () => {
  let minute = 0;
  async function sendRun(runId: string, status: 'succeeded' | 'partial' | 'failed', devices: string[]) {
    const startedAt = new Date(Date.UTC(2026, 0, 1, 0, (minute += 1))).toISOString();
    await openRun(GATEWAY, { jobId: 'choice', runId, startedAt, devices: devices.map((device) => ({ device })) });
    for (const device of devices) await putDevice(GATEWAY, { runId, device }, { status: 'unchanged' });
    await updateRun(GATEWAY, runId, { status, finishedAt: startedAt });
  }
  const chosen = async (runId: string) => {
    const { before, choice } = await compareRuns(READER, runId);
    return [before.runId, choice];
  };

  test('succeeded before partial; retries passed over; none at all is said', async () => {
    await sendRun('c1', 'failed', ['a', 'b', 'c']);
    await expect(compareRuns(READER, 'c1')).rejects.toMatchObject({
      code: 'no_good_run',
      message: 'This is the first run of its job.',
    });
    await sendRun('c2', 'failed', ['a', 'b', 'c']);
    await expect(compareRuns(READER, 'c2')).rejects.toThrow(/the 1 earlier run/);
    await sendRun('c3', 'partial', ['a', 'b', 'c']);
    await sendRun('c4', 'succeeded', ['a']);
    await sendRun('c5', 'failed', ['a', 'b', 'c']);
    expect(await chosen('c5')).toEqual(['c3', 'partial']);
    await sendRun('c6', 'succeeded', ['a', 'b']);
    await sendRun('c7', 'partial', ['a', 'b', 'c']);
    await sendRun('c8', 'failed', ['a', 'b', 'c']);
    expect(await chosen('c8')).toEqual(['c6', 'succeeded']);
  });

  test('any other run, of another job too, but not itself, and only by readers', async () => {
    await postLines([{ job_id: 'other', run_id: 'o1', message: 'hello 7', level: 'INFO' }]);
    const { messages, difference, choice } = await compareRuns(READER, 'c8', { with: 'o1' });
    expect({ gone: messages.counts.gone, choice }).toEqual({ gone: 1, choice: 'given' });
    expect(difference).toMatchObject({ durationMs: null, lineCount: -1 });
    await expect(compareRuns(READER, 'c8', { with: 'c8' })).rejects.toMatchObject({ code: 'invalid_request' });
    await expect(compareRuns(READER, 'c8', { with: 'nobody' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(compareRuns(READER, 'nobody')).rejects.toMatchObject({ code: 'not_found' });
    await expect(compareRuns(GATEWAY, 'c8')).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('large runs', () => {
  const LINES = 41_000;
  const ERROR_EVERY = 500;

  beforeAll(async () => {
    const line = (index: number) => ({
      ...{ job_id: 'large', run_id: 'large-2', component: 'gateway', device: `dev-${index % 7}` },
      level: index % ERROR_EVERY === 0 ? 'ERROR' : 'INFO',
      message: index % ERROR_EVERY === 0 ? `dev-${index % 7} broke ${index}` : `step ${index} of dev-${index % 7}`,
    });
    await postLines([
      {
        job_id: 'large',
        run_id: 'large-1',
        level: 'INFO',
        message: 'step 1 of dev-0',
        device: 'dev-0',
        component: 'gateway',
      },
    ]);
    await updateRun(GATEWAY, 'large-1', { status: 'succeeded' });
    for (let from = 0; from < LINES; from += 2050) {
      await postLines(Array.from({ length: 2050 }, (_, at) => line(from + at)));
    }
  });

  test('counts are exact over all spans, merged or not, with the first line and the number of devices', async () => {
    const errors = LINES / ERROR_EVERY;
    const expected = [
      { change: 'new', level: 'ERROR', pattern: '<device> broke #', nowCount: errors, nowDevices: 7, nowSeq: 1 },
      {
        change: 'more',
        level: 'INFO',
        pattern: 'step # of <device>',
        nowCount: LINES - errors,
        beforeCount: 1,
        nowSeq: 2,
      },
    ];
    expect((await compareRuns(READER, 'large-2', { with: 'large-1' })).messages.rows).toMatchObject(expected);
    await updateRun(GATEWAY, 'large-2', { status: 'failed' });
    await mergeRun('large-2');
    const { messages, leftOut } = await compareRuns(READER, 'large-2', { with: 'large-1' });
    expect(messages.rows).toMatchObject(expected);
    expect(leftOut).toEqual(['Divergence: of 1 device only the first 2,000 lines were followed.']);
  });

  test('without time left, courses are told and counts are not guessed', async () => {
    const mask = createMasker([]);
    const run = { runId: 'large-2', lastSeq: LINES, mask, signal: undefined };
    const read = await readRunMessages({ ...run, devices: ['dev-3'], deadlineMs: performance.now() - 1 });
    expect(read.tallies).toEqual({ problems: null, rest: null });
    const course = read.courses.get('dev-3') ?? [];
    expect(course.length).toBe(MAX_COURSE_LINES);
    expect(course.map(([seq]) => seq).slice(0, 3)).toEqual([4, 11, 18]);
  });
});
