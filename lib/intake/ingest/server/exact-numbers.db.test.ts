import fc from 'fast-check';
import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { downloadLines } from '@/lib/reading/download/server/download-lines';
import { jsonResponse } from '@/lib/http/json-response';
import { parseExact, parseInput } from '@/lib/json/exact-json';
import { lineSchema } from '@/lib/store/chunks/line';
import { findLines } from '@/lib/reading/lines/server/find-lines';
import { openRunInput } from '@/lib/runs/schema';
import { readTail } from '@/lib/reading/tail/server/sql/read-tail';
import { postLines, READER } from '@/lib/testing/ingest';
import { useTestDatabase } from '@/lib/testing/test-database';

useTestDatabase();

const NUMBERS = [
  '12345678901234567890',
  '9007199254740993',
  '-9223372036854775808',
  '1.10',
  '1.0',
  '-0',
  '1e400',
  '0.1234567890123456789',
  '6.02E+23',
];
const FIELDS = `{${NUMBERS.map((text, index) => `"n${index}":${text}`).join(',')},"deep":{"list":[1.50,{"x":2.0}]}}`;

const page = (runId: string, q?: string) =>
  findLines(READER, runId, { limit: 500, order: 'asc', ...(q !== undefined && { q }) });

test('numbers keep their digits in the store, the answers, the tail and the downloads', async () => {
  await postLines(`{"message":"counters","run_id":"exact","additional_fields":${FIELDS}}\n`);
  const rows = await db().logChunk.findMany({ where: { runId: 'exact' } });
  expect(rows[0]?.fields).toEqual([FIELDS]);
  const answer = await jsonResponse(await page('exact')).text();
  expect(answer).toContain(`"fields":${FIELDS}`);
  const tail = await readTail({ runId: 'exact', createdMs: 0 }, {}, { after: 0, lastSeq: 1 });
  expect(new TextDecoder().decode(tail.events)).toContain(`"fields":${FIELDS}`);
  const file = async (format: 'ndjson' | 'csv') => {
    const { body } = await downloadLines(READER, 'exact', { format, signal: new AbortController().signal });
    return new Response(body).text();
  };
  expect(await file('ndjson')).toContain(`"fields":${FIELDS}`);
  expect(await file('csv')).toContain(FIELDS.replaceAll('"', '""'));
  const shown = parseExact(answer) as { lines: { fields: Record<string, unknown> }[] };
  const fields = lineSchema.parse(shown.lines[0]).fields;
  expect(NUMBERS.map((_, index) => String(fields[`n${index}`]))).toEqual(NUMBERS);
  const view = await db().$queryRaw<{ n: string }[]>`SELECT fields->>'n0' AS n FROM log_line WHERE run_id = 'exact'`;
  expect(view).toEqual([{ n: NUMBERS[0] }]);
});

test('search finds the digits that were sent', async () => {
  await postLines(
    `{"message":"one","run_id":"exact-q","n":12345678901234567890}\n{"message":"two","run_id":"exact-q"}`,
  );
  expect((await page('exact-q', '12345678901234567890')).lines.map(({ message }) => message)).toEqual(['one']);
  expect((await page('exact-q', '12345678901234567000')).lines).toEqual([]);
});

test('messages, ids, levels and times that are such numbers', async () => {
  const answer = await postLines(
    [
      '{"message":12345678901234567890,"run_id":12345678901234567891,"job_id":9007199254740993}',
      '{"message":{"n":1.10},"run_id":12345678901234567891,"job_id":9007199254740993,"level":40.0}',
      '{"message":"c","run_id":12345678901234567891,"timestamp":1795789347.120000,"seq":3.0,"job_id":9007199254740993}',
    ].join('\n'),
  );
  expect(answer).toMatchObject({ accepted: 3, rejected: [] });
  const { lines } = await page('12345678901234567891');
  expect(lines.map(({ message }) => message)).toEqual(['12345678901234567890', '{"n":1.10}', 'c']);
  expect(lines[1]).toMatchObject({ level: 'ERROR' });
  expect(lines[2]).toMatchObject({ time: '2026-11-27T14:22:27.120Z', clientSeq: 3 });
  expect(await db().run.findMany({ where: { id: '12345678901234567891' }, select: { jobId: true } })).toEqual([
    { jobId: '9007199254740993' },
  ]);
});

test('a secret that is a long number is gone', async () => {
  await postLines('{"message":"x","run_id":"exact-secret","password":12345678901234567890}');
  const rows = await db().logChunk.findMany({ where: { runId: 'exact-secret' } });
  expect(rows[0]?.fields[0]).toBe('{"password":"[REDACTED:password]"}');
});

test('a run that is opened may have a job id beyond 2^53', () => {
  expect(openRunInput.parse(parseInput('{"jobId":12345678901234567890,"attempt":2.0}'))).toMatchObject({
    jobId: '12345678901234567890',
    attempt: 2,
  });
});

test('whatever number is sent, the same comes back', async () => {
  const literal = fc.stringMatching(/^-?(0|[1-9]\d{0,24})(\.\d{1,24})?([eE][+-]?\d{1,3})?$/);
  const literals = fc.sample(literal, { numRuns: 2000, seed: 9 });
  await postLines(literals.map((text) => `{"message":"m","run_id":"exact-any","fields":{"n":${text}}}`).join('\n'));
  const answered: string[] = [];
  for (let from: number | null = 1; from !== null;) {
    const part = await findLines(READER, 'exact-any', { from, limit: 500, order: 'asc' });
    const text = await jsonResponse(part.lines.map(({ fields }) => fields)).text();
    answered.push(...[...text.matchAll(/"n":([^}]+)/g)].map(([, found]) => found ?? ''));
    from = part.nextSeq;
  }
  expect(answered).toEqual(literals);
});
