import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { findLines } from '@/lib/reading/lines/server/find-lines';
import { getRun } from '@/lib/runs/server/get-run';
import { getRunWithDevices } from '@/lib/runs/server/get-run-with-devices';
import { GATEWAY, postLines, READER } from '@/lib/testing/ingest';
import { useTestDatabase } from '@/lib/testing/test-database';
import { BATCH_BOUNDS } from '../batch-bounds';

useTestDatabase();

const linesOf = async (runId: string) => (await findLines(READER, runId, { limit: 500, order: 'asc' })).lines;

describe('forms of a body', () => {
  test('one object, an array and NDJSON, plain and gzip, go to their runs in order', async () => {
    await postLines(JSON.stringify({ message: 'one', run_id: 'forms' }, null, 2), {
      headers: { 'content-type': 'application/json' },
    });
    await postLines(
      JSON.stringify([
        { message: 'two', run_id: 'forms' },
        { message: 'three', run_id: 'forms' },
      ]),
      {
        headers: { 'content-type': 'application/json' },
      },
    );
    await postLines('{"message":"four","run_id":"forms"}\n\n{"message":"five","run_id":"forms"}\n');
    const gzip = new Uint8Array(gzipSync('{"message":"six","runId":"forms"}'));
    const answer = await postLines(gzip, { headers: { 'content-encoding': 'gzip' } });
    expect(answer).toEqual({
      accepted: 1,
      duplicate: 0,
      adjusted: [],
      adjustedCount: 0,
      rejected: [],
      runs: [{ runId: 'forms', firstSeq: 6, lastSeq: 6 }],
    });
    expect((await linesOf('forms')).map(({ seq, message }) => [seq, message])).toEqual([
      [1, 'one'],
      [2, 'two'],
      [3, 'three'],
      [4, 'four'],
      [5, 'five'],
      [6, 'six'],
    ]);
  });

  test('a record without content is refused by its index; of others only what cannot be read is kept aside and named', async () => {
    const answer = await postLines(
      [
        '{"message":"good","run_id":"partial"}',
        '{"message":"cut',
        '{"message":"when","run_id":"partial","timestamp":"yesterday"}',
        '{"message":"how","run_id":"partial","level":"LOUD"}',
        '{"run_id":"partial"}',
        '[1]',
        '{"message":"good too","run_id":"partial","seq":-1,"job_id":{"a":1}}',
      ].join('\n'),
    );
    expect(answer.accepted).toBe(4);
    expect(answer.rejected.map(({ index, code }) => [index, code])).toEqual([
      [1, 'invalid_json'],
      [4, 'message_missing'],
      [5, 'not_an_object'],
    ]);
    expect(answer.adjusted).toEqual([
      { index: 2, field: 'timestamp', code: 'unreadable_time' },
      { index: 3, field: 'level', code: 'unknown_level' },
      { index: 6, field: 'seq', code: 'unusable_seq' },
      { index: 6, field: 'job_id', code: 'unusable_id' },
    ]);
    const lines = await linesOf('partial');
    expect(lines.map(({ message, level, fields }) => [message, level, fields])).toEqual([
      ['good', 'INFO', {}],
      ['when', 'INFO', { timestamp: 'yesterday' }],
      ['how', 'INFO', { level: 'LOUD' }],
      ['good too', 'INFO', { seq: -1, job_id: { a: 1 } }],
    ]);
    expect(lines[1]?.time.slice(0, 16)).toBe(lines[1]?.receivedAt.slice(0, 16));
  });

  test('adjustments are counted, named up to a bound, and told again with the same key', async () => {
    const batch = Array.from({ length: 1100 }, (_, n) => ({ message: `m${n}`, run_id: 'adjusted', level: 'LOUD' }));
    const headers = { 'idempotency-key': 'adjusted' };
    const first = await postLines(batch, { headers });
    expect(first).toMatchObject({ accepted: 1100, adjustedCount: 1100, rejected: [] });
    expect(first.adjusted).toHaveLength(1000);
    expect(await postLines(batch, { headers })).toEqual({ ...first, accepted: 0, duplicate: 1100 });
    await db().$executeRaw`UPDATE ingest_batch SET answer = answer - 'adjusted' - 'adjustedCount'`;
    expect(await postLines(batch, { headers })).toMatchObject({ duplicate: 1100, adjusted: [], adjustedCount: 0 });
  });

  test.each([
    ['empty body', '', {}, 'unreadable_body'],
    ['cut array', '[{"message":"a"}', { 'content-type': 'application/json' }, 'unreadable_body'],
    ['fewer lines than declared', '{"message":"a"}', { 'x-line-count': '2' }, 'line_count_mismatch'],
    ['more lines than declared', '{"message":"a"}\n{"message":"b"}', { 'x-line-count': '1' }, 'line_count_mismatch'],
    ['unknown encoding', '{"message":"a"}', { 'content-encoding': 'zstd' }, 'unsupported_encoding'],
    ['broken gzip', '{"message":"a"}', { 'content-encoding': 'gzip' }, 'unreadable_body'],
  ])('%s is refused whole', async (_name, body, headers, code) => {
    const before = await db().logChunk.count();
    await expect(postLines(body, { headers })).rejects.toMatchObject({ code });
    expect(await db().logChunk.count()).toBe(before);
  });

  test('a bomb that inflates past 20 MiB is refused', async () => {
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(21 * 1024 * 1024, 32)));
    await expect(postLines(bomb, { headers: { 'content-encoding': 'gzip' } })).rejects.toMatchObject({
      code: 'too_large',
    });
  });

  test('a reader may not write', async () => {
    await expect(postLines([{ message: 'x' }], { viewer: READER })).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('hostile content', () => {
  test('NUL, lone surrogates, far years, numbers for text and long lines are stored sanely', async () => {
    const long = `head ${'x'.repeat(300 * 1024)} tail`;
    const answer = await postLines([
      {
        message: 'nul \u0000 here',
        run_id: 'hostile',
        component: 'a\u0000b',
        details: { 'k\u0000': 'v\u0000', s: '\ud800' },
      },
      { message: 'half \ud83d emoji', run_id: 'hostile', timestamp: '1900-01-01T00:00:00Z' },
      { message: 404, run_id: 'hostile', component: 7, device_id: 12, timestamp: '9999-12-31 23:59:59,999' },
      { message: long, run_id: 'hostile' },
      { message: 'proto', run_id: 'hostile', __proto__x: 1, extra: JSON.parse('{"__proto__":{"a":1}}') as unknown },
      { message: 'Traceback (most recent call last):\n  File "x.py"\n\u001b[31mError\u001b[0m', run_id: 'hostile' },
    ]);
    expect(answer).toMatchObject({ accepted: 6, rejected: [] });
    const lines = await linesOf('hostile');
    expect(lines[0]).toMatchObject({ message: 'nul ␀ here', component: 'a␀b', fields: { 'k␀': 'v␀', s: '\ufffd' } });
    expect(lines[1]).toMatchObject({ message: 'half \ufffd emoji', time: '1900-01-01T00:00:00.000Z' });
    expect(lines[2]).toMatchObject({ message: '404', component: '7', device: '12', time: '9999-12-31T23:59:59.999Z' });
    expect(lines[3]?.message).toMatch(/^head x+\n\[… \d+ characters cut …\]\nx+ tail$/);
    expect(lines[3]?.message.length).toBeLessThanOrEqual(256 * 1024);
    expect(lines[5]?.message).toContain('\n\u001b[31mError');
    const rows = await db().$queryRaw<
      { n: number }[]
    >`SELECT count(fields)::int AS n FROM log_line WHERE run_id = 'hostile'`;
    expect(rows).toEqual([{ n: 2 }]);
  });
});

describe('which run', () => {
  test('run_id, then session_id, then the open run of the job, then the day of the system job', async () => {
    await postLines([{ message: 'a', run_id: 'by-run', session_id: 'by-session', job_id: 1 }]);
    await postLines([{ message: 'b', session_id: 'by-session', job_id: 1 }]);
    const first = await postLines([{ message: 'c', job_id: 'only-job' }]);
    const second = await postLines([{ message: 'd', job_id: 'only-job' }]);
    expect(second.runs[0]?.runId).toBe(first.runs[0]?.runId);
    const system = await postLines([{ message: 'e', component: 'scheduler', timestamp: '2026-03-04T05:06:07Z' }]);
    expect(system.runs[0]?.runId).toBe('system:2026-03-04');
    expect(await getRun(READER, 'by-run')).toMatchObject({ jobId: '1', number: 1, status: 'running', lineCount: 1 });
    expect((await linesOf('by-run'))[0]?.fields).toEqual({ session_id: 'by-session' });
  });

  test('a job that was idle gets a new run, one that ended too', async () => {
    const first = await postLines([{ message: 'a', job_id: 'idle' }]);
    await db().$executeRaw`UPDATE run SET last_received_at = now() - interval '6 minutes' WHERE job_id = 'idle'`;
    const second = await postLines([{ message: 'b', job_id: 'idle' }]);
    expect(second.runs[0]?.runId).not.toBe(first.runs[0]?.runId);
  });

  test('twenty batches at once open one run of a job, with seqs 1 to 40', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        postLines([
          { message: `${n}a`, job_id: 'race' },
          { message: `${n}b`, job_id: 'race' },
        ]),
      ),
    );
    expect(new Set(answers.map((answer) => answer.runs[0]?.runId)).size).toBe(1);
    const lines = await linesOf(answers[0]?.runs[0]?.runId ?? '');
    expect(lines.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
    for (const answer of answers) expect(answer.runs[0]?.lastSeq).toBe((answer.runs[0]?.firstSeq ?? 0) + 1);
  });
});

describe('idempotency', () => {
  const batch = [
    { message: 'once', run_id: 'key-run' },
    { message: 'only', run_id: 'key-run' },
  ];

  test('the same batch ten times in a row and ten at once is stored once', async () => {
    const headers = { 'idempotency-key': 'batch-1' };
    const first = await postLines(batch, { headers });
    expect(first).toMatchObject({ accepted: 2, duplicate: 0 });
    for (let n = 0; n < 9; n += 1) {
      expect(await postLines(batch, { headers })).toMatchObject({ accepted: 0, duplicate: 2, runs: first.runs });
    }
    const others = { 'idempotency-key': 'batch-2' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => postLines(batch, { headers: others })));
    expect(answers.map(({ accepted }) => accepted).sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
    expect(await getRun(READER, 'key-run')).toMatchObject({ lineCount: 4 });
  });

  test('the same body with other defaults in the address is another one; the same ones in another form are the same', async () => {
    const headers = { 'idempotency-key': 'batch-defaults' };
    const send = (query: string) => postLines([{ message: 'x', run_id: 'key-defaults' }], { headers, query });
    expect(await send('?job_id=7&device=a')).toMatchObject({ accepted: 1 });
    expect(await send('?device=a&jobId=7')).toMatchObject({ accepted: 0, duplicate: 1 });
    for (const query of ['', '?job_id=8&device=a', '?job_id=7']) {
      await expect(send(query)).rejects.toMatchObject({ code: 'key_reused' });
    }
  });

  test('another body under the key is refused; another token has keys of its own', async () => {
    const headers = { 'idempotency-key': 'batch-1' };
    await expect(postLines([{ message: 'other', run_id: 'key-run' }], { headers })).rejects.toMatchObject({
      code: 'key_reused',
    });
    const other = { ...GATEWAY, id: 'other-gateway' };
    expect(await postLines(batch, { headers, viewer: other })).toMatchObject({ accepted: 2 });
  });
});

describe('counters', () => {
  test('levels, components, devices, first error and gaps follow the lines', async () => {
    await postLines([
      { message: 'a', run_id: 'count', component: 'gateway', device: 'r1', level: 'INFO', seq: 1 },
      { message: 'b', run_id: 'count', component: 'gateway', device: 'r1', level: 'ERROR', seq: 2 },
      { message: 'c', run_id: 'count', component: 'git_writer', device: 'r2', level: 10, seq: 5 },
      { message: 'd', run_id: 'count', component: 'git_writer', level: 'fatal', seq: 6 },
    ]);
    const run = await getRunWithDevices(READER, 'count');
    expect(run).toMatchObject({
      lineCount: 4,
      levelCounts: { DEBUG: 1, INFO: 1, WARNING: 0, ERROR: 1, CRITICAL: 1 },
      componentCounts: { gateway: 2, git_writer: 2 },
      deviceCounts: { running: 2, pending: 0 },
      missingLineCount: 2,
      gaps: [{ fromClientSeq: 3, toClientSeq: 4, count: 2, afterSeq: 2 }],
      firstError: { seq: 2, message: 'b', device: 'r1' },
    });
    expect(run.devices.map(({ device, levelCounts }) => [device, levelCounts.ERROR])).toEqual([
      ['r1', 1],
      ['r2', 0],
    ]);
  });
});

describe('bounds of a batch', () => {
  test('very many new runs: those within the limit are stored, the others refused by index, and nothing is left behind', async () => {
    const records = Array.from({ length: BATCH_BOUNDS.runs + 2 }, (_, n) => ({
      job_id: `bound job ${n % 50}`,
      run_id: `bound ${n}`,
      message: 'm',
    }));
    const answer = await postLines(records);
    expect(answer).toMatchObject({ accepted: BATCH_BOUNDS.runs });
    expect(answer.rejected.map(({ index, code }) => [index, code])).toEqual([
      [BATCH_BOUNDS.runs, 'too_many_runs'],
      [BATCH_BOUNDS.runs + 1, 'too_many_runs'],
    ]);
    const stored = await db().run.findMany({ where: { id: { startsWith: 'bound ' } }, select: { lastSeq: true } });
    expect(stored).toHaveLength(BATCH_BOUNDS.runs);
    expect(stored.every(({ lastSeq }) => lastSeq === 1)).toBe(true);
  });

  test('a message that is nested thousands deep costs itself alone', async () => {
    const deep = `${'{"a":'.repeat(8000)}1${'}'.repeat(8000)}`;
    const deepList = `${'['.repeat(4000)}${']'.repeat(4000)}`;
    const body = `{"message":${deep}}\n{"run_id":"deep","message":"kept"}\n{"run_id":"deep","message":${deepList},"x":${deepList}}`;
    const answer = await postLines(body);
    expect(answer.accepted + answer.rejected.length).toBe(3);
    expect(answer.rejected.map(({ code }) => code)).not.toContain('invalid_json');
    expect((await linesOf('deep')).map(({ message }) => message)).toContain('kept');
  });

  test('20 MiB in one array of usual records are stored as they are', async () => {
    const records = Array.from({ length: 40_000 }, (_, n) => ({
      run_id: 'large array',
      message: `line ${n} ${'x'.repeat(450)}`,
    }));
    expect(await postLines(JSON.stringify(records))).toMatchObject({ accepted: 40_000, rejected: [] });
    expect((await getRun(READER, 'large array')).lineCount).toBe(40_000);
  });
});
