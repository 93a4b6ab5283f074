import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GATEWAY, postLines, READER } from '@/lib/testing/ingest';
import { useTestDatabase } from '@/lib/testing/test-database';
import { updateRun } from '@/lib/runs/server/update-run';
import { tailQuery } from '../schema';
import { closeTails } from './sql/open-tails';
import { openTail } from './open-tail';
import { startTailHub } from './sql/start-tail-hub';

useTestDatabase();

let stopHub: () => Promise<void>;
beforeAll(async () => {
  stopHub = await startTailHub();
});
afterAll(() => stopHub());

type Event = { name: string; id: string | null; data: Record<string, unknown> };
const send = (runId: string, from: number, count: number, level = 'INFO') =>
  postLines(Array.from({ length: count }, (_, i) => ({ run_id: runId, message: `line ${from + i}`, level })));

async function open(runId: string, query: Record<string, string> = {}, lastEventId: string | null = null) {
  const abort = new AbortController();
  const stream = await openTail(READER, {
    runId,
    query: tailQuery.parse(query),
    lastEventId,
    clientSignal: abort.signal,
    reauthenticate: () => Promise.resolve(READER),
  });
  return { events: parseEvents(stream), abort };
}

async function* parseEvents(stream: ReadableStream<Uint8Array>): AsyncGenerator<Event> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of stream) {
    text += decoder.decode(part, { stream: true });
    const frames = text.split('\n\n');
    text = frames.pop() ?? '';
    for (const frame of frames) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(frame)?.[1] ?? null;
      const name = field('event');
      if (name) yield { name, id: field('id'), data: JSON.parse(field('data') ?? '{}') as Event['data'] };
    }
  }
}

/** Reads until `isLast`, that event included. */
async function readUntil(events: AsyncGenerator<Event>, isLast: (event: Event) => boolean): Promise<Event[]> {
  const read: Event[] = [];
  for (let next = await events.next(); !next.done; next = await events.next()) {
    read.push(next.value);
    if (isLast(next.value)) break;
  }
  return read;
}
const ids = (events: Event[]) => events.filter(({ name }) => name === 'line').map(({ id }) => Number(id));
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

test('replays what is stored, then follows, and ends with the run', async () => {
  await send('follow', 1, 700);
  const { events } = await open('follow');
  const replay = await readUntil(events, ({ name, data }) => name === 'state' && data.phase === 'live');
  expect(ids(replay)).toEqual(range(1, 700));
  await send('follow', 701, 3);
  expect(ids(await readUntil(events, ({ id }) => id === '703'))).toEqual([701, 702, 703]);
  await updateRun(GATEWAY, 'follow', { status: 'failed' });
  const end = await readUntil(events, ({ name }) => name === 'end');
  expect(end.at(-1)?.data).toEqual({ status: 'failed', lastSeq: 703 });
  expect(end.findLast(({ name }) => name === 'run')?.data).toMatchObject({ status: 'failed', lineCount: 703 });
  expect(await events.next()).toMatchObject({ done: true });
});

describe('resuming', () => {
  test('goes on after Last-Event-ID or ?after, without loss or repeat', async () => {
    await send('resume', 1, 20);
    const isLast = ({ id }: Event) => id === '20';
    const byHeader = await open('resume', { after: '3' }, '15');
    expect(ids(await readUntil(byHeader.events, isLast))).toEqual(range(16, 20));
    const byQuery = await open('resume', { after: '18' });
    expect(ids(await readUntil(byQuery.events, isLast))).toEqual([19, 20]);
    byHeader.abort.abort();
    byQuery.abort.abort();
  });

  test('a filter sends matching lines only, under their own seqs', async () => {
    await send('filtered', 1, 5);
    const { events, abort } = await open('filtered', { level: 'error' });
    await send('filtered', 6, 1, 'ERROR');
    await send('filtered', 7, 2);
    await send('filtered', 9, 1, 'ERROR');
    expect(ids(await readUntil(events, ({ id }) => id === '9'))).toEqual([6, 9]);
    abort.abort();
  });
});

test('many writers and tails: each tail has every line once and in order', async () => {
  await send('crowd', 1, 1);
  const tails = await Promise.all(range(1, 10).map(() => open('crowd')));
  const reading = tails.map(({ events }) => readUntil(events, ({ id }) => id === '401'));
  await Promise.all(range(0, 39).map((n) => send('crowd', 2 + n * 10, 10)));
  for (const read of await Promise.all(reading)) expect(ids(read)).toEqual(range(1, 401));
  for (const { abort } of tails) abort.abort();
});

test('a slow reader is told which lines are skipped and catches up from the database', async () => {
  await send('slow', 1, 1);
  const { events, abort } = await open('slow');
  await readUntil(events, ({ name, data }) => name === 'state' && data.phase === 'live');
  const other = await open('slow');
  for (const n of range(0, 2)) await send('slow', 2 + n * 1000, 1000);
  await readUntil(other.events, ({ id }) => id === '3001');
  const read = await readUntil(events, ({ id }) => id === '3001');
  const told = read.flatMap(({ name, data }) => (name === 'gap' || name === 'skipped' ? [{ name, data }] : []));
  const data = { fromSeq: expect.any(Number), toSeq: expect.any(Number) };
  expect(told.slice(0, 2)).toEqual([
    { name: 'gap', data },
    { name: 'skipped', data },
  ]);
  expect(told[0]?.data).toEqual(told[1]?.data);
  expect(ids(read)).toEqual(range(2, 3001));
  abort.abort();
  other.abort.abort();
});

test('a stream that the server closes ends, and so does one whose access was taken', async () => {
  await send('closing', 1, 1);
  const { events } = await open('closing');
  await readUntil(events, ({ id }) => id === '1');
  closeTails();
  expect((await readUntil(events, () => false)).map(({ name }) => name)).not.toContain('end');
  await expect(
    openTail(GATEWAY, {
      runId: 'closing',
      query: tailQuery.parse({}),
      lastEventId: null,
      clientSignal: new AbortController().signal,
      reauthenticate: () => Promise.resolve(GATEWAY),
    }),
  ).rejects.toMatchObject({ code: 'forbidden' });
});
