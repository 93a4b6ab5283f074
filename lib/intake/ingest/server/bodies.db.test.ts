import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { findLines } from '@/lib/reading/lines/server/find-lines';
import { postLines, READER } from '@/lib/testing/ingest';
import { useTestDatabase } from '@/lib/testing/test-database';

useTestDatabase();

const linesOf = async (runId: string) => (await findLines(READER, runId, { limit: 500, order: 'asc' })).lines;
const messagesOf = async (runId: string) => (await linesOf(runId)).map(({ message }) => message);

test('a byte that is no UTF-8 costs its character, not the batch', async () => {
  const lines = Array.from({ length: 1000 }, (_, n) => `{"message":"line ${n}","run_id":"bytes"}`);
  const body = Buffer.from(lines.join('\n').replace('line 7"', 'line \u00ff"'), 'latin1');
  expect(await postLines(new Uint8Array(body))).toMatchObject({ accepted: 1000, rejected: [] });
  expect((await messagesOf('bytes'))[7]).toBe('line \uFFFD');
});

test('a declared charset is honoured, compressed with deflate', async () => {
  const body = new Uint8Array(deflateSync(Buffer.from('{"message":"Überlast","run_id":"charset"}', 'latin1')));
  const headers = { 'content-type': 'application/json; charset=iso-8859-1', 'content-encoding': 'deflate' };
  expect(await postLines(body, { headers })).toMatchObject({ accepted: 1 });
  expect(await messagesOf('charset')).toEqual(['Überlast']);
});

test('U+FEFF at the start of a message goes', async () => {
  await postLines('\uFEFF{"message":"\uFEFFmarked","run_id":"mark","device":"\uFEFFfra"}');
  expect((await linesOf('mark'))[0]).toMatchObject({ message: 'marked', device: 'fra' });
});

test('an array with bad elements: they are refused by index and position, the others stored', async () => {
  const body =
    '[{"message":"one","run_id":"array"},\nNaN,{"message":"two","run_id":"array","x":Infinity},{"message":oops}]';
  const answer = await postLines(body, { headers: { 'content-type': 'application/json', 'x-line-count': '4' } });
  expect(answer).toMatchObject({
    accepted: 2,
    rejected: [
      { index: 1, code: 'invalid_json', detail: 'Not JSON at character 37 (line 2, column 1): expected a value.' },
      { index: 3, code: 'invalid_json' },
    ],
  });
  expect((await linesOf('array')).map(({ message, fields }) => [message, fields])).toEqual([
    ['one', {}],
    ['two', { x: 'Infinity' }],
  ]);
});

test('values of 8,000 levels are refused by their index, those of 500 levels and of 5,000 names stored', async () => {
  const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
  const deep = nested(8000);
  const wide = `{${Array.from({ length: 4990 }, (_, n) => `"k${n}":1`).join(',')}}`;
  const body = [
    `{"message":"deep","run_id":"shape","fields":${deep}}`,
    `{"message":${deep},"run_id":"shape"}`,
    `{"message":"wide","run_id":"shape","fields":${wide}}`,
    `{"message":"exact","run_id":"shape","n":1.0,"fields":${nested(500)}}`,
    `{"message":"both","run_id":"shape","fields":${nested(500)},"x":${nested(500)}}`,
  ].join('\n');
  const answer = await postLines(body);
  const detail = 'The record is nested too deeply to be stored.';
  expect(answer.rejected).toEqual([
    { index: 0, code: 'too_deep', detail },
    { index: 1, code: 'too_deep', detail },
  ]);
  expect(await messagesOf('shape')).toEqual(['wide', 'exact', 'both']);
});

test('X-Line-Count counts what becomes a record', async () => {
  const headers = { 'content-type': 'text/plain', 'x-line-count': '3' };
  expect(await postLines('one\n\ntwo\n{"message":"three"}', { headers })).toMatchObject({ accepted: 3 });
  await expect(postLines('one\ntwo', { headers })).rejects.toMatchObject({ code: 'line_count_mismatch' });
});
