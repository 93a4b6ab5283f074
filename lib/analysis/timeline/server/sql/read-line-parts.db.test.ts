import { expect, test } from 'vitest';
import { putDevice } from '@/lib/runs/server/put-device';
import { updateRun } from '@/lib/runs/server/update-run';
import { GATEWAY, postLines, READER } from '@/lib/testing/ingest';
import { useTestDatabase } from '@/lib/testing/test-database';
import { getRunTimeline } from '../get-run-timeline';

useTestDatabase();

const START = Date.UTC(2026, 9, 1, 2);
const iso = (ms: number): string => new Date(START + ms).toISOString();
/** So many that the answer is remembered. */
const COUNT = 51_000;
const BATCH = 3000;

const summary = async () => {
  const { histogram, stalls, devices, lastSeq } = await getRunTimeline(READER, 'long');
  return {
    lineCount: histogram.counts.flat().reduce((sum, count) => sum + count, 0),
    stalls,
    lastSeq,
    endMs: devices[0]?.endMs,
  };
};
const report = (finishedMs: number) =>
  putDevice(
    GATEWAY,
    { runId: 'long', device: 'sw-1' },
    { status: 'changed', startedAt: iso(0), finishedAt: iso(finishedMs) },
  );

test('the cached answer of a long run holds until a line or a result arrives', async () => {
  for (let from = 0; from < COUNT; from += BATCH) {
    const lines = Array.from({ length: BATCH }, (_, n) => ({
      run_id: 'long',
      device: 'sw-1',
      message: 'm',
      timestamp: iso(from + n),
    }));
    await postLines(lines);
  }
  await report(COUNT);
  await updateRun(GATEWAY, 'long', { status: 'succeeded', finishedAt: iso(100_000) });
  const first = { lineCount: COUNT, stalls: [], lastSeq: COUNT, endMs: COUNT };
  expect(await summary()).toEqual(first);
  expect(await summary()).toEqual(first);

  await report(90_000);
  const stalls = [{ lane: 0, startMs: COUNT - 1, endMs: 90_000 }];
  expect(await summary()).toEqual({ ...first, stalls, endMs: 90_000 });

  await postLines([{ run_id: 'long', device: 'sw-1', message: 'late', timestamp: iso(80_500) }]);
  expect(await summary()).toMatchObject({
    lineCount: COUNT + 1,
    lastSeq: COUNT + 1,
    stalls: [{ startMs: COUNT - 1, endMs: 80_500 }],
  });
});
