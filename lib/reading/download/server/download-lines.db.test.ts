import { beforeAll, describe, expect, test, vi } from 'vitest';
import { mergeRun } from '@/lib/upkeep/background/server/sql/merge-run';
import { findLinesQuery } from '@/lib/reading/lines/schema';
import type { Line } from '@/lib/store/chunks/line';
import { findLines } from '@/lib/reading/lines/server/find-lines';
import { deleteRun } from '@/lib/runs/server/delete-run';
import { ADMIN, postLines, READER } from '@/lib/testing/ingest';
import { useTestDatabase } from '@/lib/testing/test-database';
import { downloadQuery } from '../schema';
import { downloadLines } from './download-lines';

useTestDatabase();

const COUNT = 9_200;
const LEVELS = ['DEBUG', 'INFO', 'INFO', 'WARNING', 'ERROR'];

const send = (runId: string, count: number, first = 1) =>
  postLines(
    Array.from({ length: count }, (_, i) => ({
      run_id: runId,
      message: (first + i) % 300 === 0 ? `needle ${first + i}` : `=line ${first + i}, of the "run"`,
      level: LEVELS[(first + i) % 5],
      device: `dev-${(first + i) % 7}`,
      seq: first + i,
      additional_fields: { n: first + i },
    })),
  );

async function sendInPieces(runId: string, count: number): Promise<void> {
  for (let first = 1; first <= count; first += 460) await send(runId, Math.min(460, count - first + 1), first);
}

type Query = Record<string, string>;

function open(runId: string, query: Query = {}, signal = new AbortController().signal) {
  return downloadLines(READER, runId, { ...downloadQuery.parse(query), signal });
}

async function download(runId: string, query: Query = {}): Promise<{ text: string; lineCount: number; name: string }> {
  const { headers, body } = await open(runId, query);
  return {
    text: await new Response(body).text(),
    lineCount: Number(headers['x-line-count']),
    name: headers['content-disposition'] ?? '',
  };
}

async function readAll(runId: string, query: Query): Promise<Line[]> {
  const lines: Line[] = [];
  for (let from: number | null = 1; from !== null;) {
    const page = await findLines(READER, runId, findLinesQuery.parse({ ...query, from, limit: 500 }));
    lines.push(...page.lines);
    from = page.nextSeq;
  }
  return lines;
}

beforeAll(() => sendInPieces('whole', COUNT));

describe.each<[string, Query]>([
  ['the whole run', {}],
  ['one level', { level: 'error' }],
  ['a device and a level', { device: 'dev-3', level: 'warning,error' }],
  ['a rare word', { q: 'needle' }],
  ['a regular expression', { q: '/needle [1-5]/' }],
  ['nothing', { q: 'nowhere' }],
])('%s', (_name, query) => {
  test('ndjson: the line objects of the API, as many as said', async () => {
    const { text, lineCount } = await download('whole', { ...query, format: 'ndjson' });
    const rows = text.split('\n').slice(0, -1);
    const wanted = await readAll('whole', query);
    expect(rows.map((row) => JSON.parse(row) as unknown)).toEqual(wanted);
    expect(lineCount).toBe(wanted.length);
  });

  test('text and csv: a row a line', async () => {
    const { text, lineCount } = await download('whole', query);
    expect(text.split('\n').length - 1).toBe(lineCount);
    const csv = await download('whole', { ...query, format: 'csv' });
    expect(csv.text.split('\r\n').length - 2).toBe(lineCount);
  });
});

test('the file is called as its job and run', async () => {
  const { name } = await download('whole', { q: 'needle', format: 'csv' });
  expect(name).toMatch(/^attachment; filename=".+ 1 filtered\.csv"; filename\*=UTF-8''.+%201%20filtered\.csv$/);
});

test.each<[string, Query]>([
  ['whole', {}],
  ['filtered', { level: 'DEBUG,INFO,WARNING' }],
])('lines that arrive and chunks that are merged meanwhile change nothing: %s', async (name, query) => {
  const runId = `moving-${name}`;
  await sendInPieces(runId, COUNT);
  const wanted = (await readAll(runId, query)).length;
  const { headers, body } = await open(runId, { ...query, format: 'ndjson' });
  const reader = body.getReader();
  const first = await reader.read();
  await send(runId, 500, COUNT + 1);
  await mergeRun(runId);
  const decoder = new TextDecoder();
  let text = '';
  for (let part = first; !part.done; part = await reader.read()) text += decoder.decode(part.value, { stream: true });
  expect(Number(headers['x-line-count'])).toBe(wanted);
  expect(text.split('\n').length - 1).toBe(wanted);
});

test('a run that is deleted meanwhile breaks the stream: it does not end, and one line of the log says why', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  await sendInPieces('deleted', COUNT);
  const { body } = await open('deleted');
  const reader = body.getReader();
  await reader.read();
  await deleteRun(ADMIN, 'deleted');
  const readRest = async () => {
    for (let part = await reader.read(); !part.done;) part = await reader.read();
  };
  // Next prints the stack of every error of another name.
  await expect(readRest()).rejects.toMatchObject({
    name: 'AbortError',
    message: expect.stringMatching(/found 0 lines where there were 2000/) as string,
  });
  expect(logged.mock.calls).toEqual([
    [expect.stringMatching(/^\[download\] run deleted broke off: .*found 0 lines[^\n]*$/)],
  ]);
  logged.mockRestore();
});

test('a page is read when the one before was taken, and no more once the reader has gone', async () => {
  const gone = new AbortController();
  const { body } = await open('whole', {}, gone.signal);
  const reader = body.getReader();
  await reader.read();
  gone.abort();
  await expect(reader.read().then(() => reader.read())).rejects.toThrow('the download was ended');
});

test('an unknown run is not found', async () => {
  await expect(open('nothing')).rejects.toMatchObject({ code: 'not_found' });
});
