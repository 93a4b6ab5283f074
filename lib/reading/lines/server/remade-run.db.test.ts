import { expect, test } from 'vitest';
import { deleteRun } from '@/lib/runs/server/delete-run';
import { getPatterns } from '@/lib/analysis/patterns/server/get-patterns';
import { getRunTimeline } from '@/lib/analysis/timeline/server/get-run-timeline';
import { openTail } from '@/lib/reading/tail/server/open-tail';
import { ADMIN, postLines, READER } from '@/lib/testing/ingest';
import { useTestDatabase } from '@/lib/testing/test-database';
import { findLinesQuery, minimapQuery } from '../schema';
import { findLines } from './find-lines';
import { getMinimap } from './get-minimap';

useTestDatabase();

const find = (query: Record<string, string | number>) => findLines(READER, 'remade', findLinesQuery.parse(query));

async function makeRun(message: string, level: string): Promise<void> {
  const line = { run_id: 'remade', job_id: 'j', message, level, device: `d-${message}`, component: message };
  await postLines(Array.from({ length: 10 }, () => line));
}

async function readTail(): Promise<string> {
  const stream = await openTail(READER, {
    runId: 'remade',
    query: { after: 0 },
    lastEventId: null,
    clientSignal: AbortSignal.timeout(20_000),
    reauthenticate: () => Promise.resolve(READER),
  });
  const reader = stream.getReader();
  let text = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += new TextDecoder().decode(part.value);
    if (text.includes('"phase":"live"')) break;
  }
  await reader.cancel();
  return text;
}

const READS: [string, () => Promise<unknown>][] = [
  ['a word', async () => (await find({ q: 'old' })).total],
  ['a level', async () => (await find({ level: 'ERROR' })).total],
  ['folds', async () => (await find({ fold: '1' })).lines.map(({ message }) => message)],
  ['neighbours', async () => (await find({ q: 'old', around: '2' })).total],
  [
    'the minimap of a search',
    async () => (await getMinimap(READER, 'remade', minimapQuery.parse({ q: 'old', find: '1' }))).matches,
  ],
  ['patterns', async () => (await getPatterns(READER, 'remade', {})).patterns.map(({ pattern }) => pattern)],
  ['the timeline', async () => (await getRunTimeline(READER, 'remade')).devices.map(({ device }) => device)],
  ['a tail', async () => (await readTail()).includes('"message":"old"')],
];

test('a run made anew under the id of a deleted one, with as many lines, is read anew', async () => {
  await makeRun('old', 'ERROR');
  const before = await Promise.all(READS.map(([, read]) => read()));
  await deleteRun(ADMIN, 'remade');
  await makeRun('new', 'INFO');
  const after = await Promise.all(READS.map(([, read]) => read()));
  expect(Object.fromEntries(READS.map(([name], at) => [name, before[at]]))).toMatchObject({
    'a word': 10,
    'a level': 10,
    'a tail': true,
  });
  expect(Object.fromEntries(READS.map(([name], at) => [name, after[at]]))).toEqual({
    'a word': 0,
    'a level': 0,
    folds: ['new'],
    neighbours: 0,
    'the minimap of a search': 0,
    patterns: ['new'],
    'the timeline': ['d-new'],
    'a tail': false,
  });
});
