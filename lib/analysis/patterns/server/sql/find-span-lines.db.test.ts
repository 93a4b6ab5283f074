import { beforeAll, expect, test } from 'vitest';
import { mergeRun } from '@/lib/upkeep/background/server/sql/merge-run';
import { db } from '@/lib/db/client';
import { postLines } from '@/lib/testing/ingest';
import { useTestDatabase } from '@/lib/testing/test-database';
import type { LineColumns } from '../../message-tally';
import { findMatchingLines } from './find-matching-lines';
import { findSpanLines } from './find-span-lines';

useTestDatabase();

const COUNT = 2500;

beforeAll(async () => {
  for (const runId of ['pieces', 'merged']) {
    for (let from = 1; from <= COUNT; from += 250) {
      await postLines(Array.from({ length: 250 }, (_, i) => ({ run_id: runId, message: `line ${from + i}` })));
    }
  }
  await mergeRun('merged');
});

const messagesOf = (found: readonly LineColumns[]) =>
  found.flatMap(({ seq, message, level, component, device }) => {
    expect([level, component, device].map(({ length }) => length)).toEqual([seq.length, seq.length, seq.length]);
    return seq.map((line, at) => [line, message[at]]);
  });

test.each([
  ['pieces', 1, 2501],
  ['pieces', 130, 777],
  ['merged', 999, 1002],
  ['merged', 1500, 2600],
])('the lines of %s from %i to before %i, wherever chunks begin', async (runId, fromSeq, toSeq) => {
  const span = { runId, fromSeq, toSeq };
  const last = Math.min(COUNT, toSeq - 1);
  const wanted = Array.from({ length: last - fromSeq + 1 }, (_, at) => [fromSeq + at, `line ${fromSeq + at}`]);
  await db().$transaction(async (tx) => {
    expect(messagesOf(await findSpanLines(tx, span))).toEqual(wanted);
    expect(messagesOf(await findMatchingLines(tx, span, { q: 'line' }))).toEqual(wanted);
  });
});
