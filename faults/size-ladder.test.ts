import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { INGEST_TOKEN, READ_TOKEN } from '@/lib/testing/real-server/credentials';
import { ServerProcess } from '@/lib/testing/real-server/server-process';
import { HttpClient } from '@/lib/testing/real-server/http-client';

const isWhole = inject('faultScale') === 'whole';
const MIB = 1024 * 1024;
/** Next cuts bodies at 10 MB where a proxy sees them, so both sides of it; 20 MiB is the most that is taken. */
const SIZES_MIB = isWhole ? [1, 9.9, 10, 10.1, 12, 20, 21] : [1, 10.1, 20, 21];
const LIMIT_MIB = 20;
const FORMS = ['plain', 'gzip', 'chunked'] as const;
const LINE_BYTES = 2000;

let server: ServerProcess;
beforeAll(async () => {
  server = await ServerProcess.create();
  await server.start();
});
afterAll(() => server.remove());

/** NDJSON of exactly so many bytes. */
function ndjson(runId: string, bytes: number): { body: Buffer; count: number } {
  const head = (n: number) => `{"run_id":${JSON.stringify(runId)},"message":"${String(n).padStart(6, '0')} `;
  const fixed = head(0).length + 3;
  const count = Math.floor(bytes / LINE_BYTES);
  const lines = Array.from({ length: count }, (_, n) => {
    const size = n < count - 1 ? LINE_BYTES : bytes - LINE_BYTES * (count - 1);
    return `${head(n)}${'abcdefghij '.repeat(400).slice(0, size - fixed)}"}\n`;
  });
  return { body: Buffer.from(lines.join('')), count };
}

type Sent = { status: number; code?: string; accepted?: number };
type SendOptions = { headers?: Record<string, string>; isChunked?: boolean; cutAfter?: number };

/** By hand, since the client of all tests neither sends a body in chunks nor breaks off in its middle. */
function send(body: Buffer, { headers = {}, isChunked = false, cutAfter }: SendOptions = {}): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const length = isChunked ? {} : { 'content-length': String(body.length) };
    const sending = request(
      `${server.url}/api/v1/logs`,
      { method: 'POST', headers: { authorization: `Bearer ${INGEST_TOKEN}`, ...length, ...headers } },
      (response) => {
        let text = '';
        response.on('data', (part) => (text += String(part)));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, ...(JSON.parse(text) as object) }));
        response.on('error', reject);
      },
    );
    sending.on('error', reject);
    const end = cutAfter ?? body.length;
    for (let at = 0; at < end; at += 64 * 1024) sending.write(body.subarray(at, Math.min(end, at + 64 * 1024)));
    if (cutAfter === undefined) sending.end();
    else setImmediate(() => sending.destroy());
  });
}

const read = <T>(path: string): Promise<T> => new HttpClient(server.url, READ_TOKEN).getJson<T>(path);

const linesOf = async (runId: string): Promise<number> => {
  const { runs } = await read<{ runs: { runId: string; lineCount: number }[] }>('/api/v1/runs?limit=100');
  return runs.find((run) => run.runId === runId)?.lineCount ?? 0;
};

describe.each(SIZES_MIB)('%d MiB', (mib) => {
  test.each(FORMS)('%s: all lines or a refusal', async (form) => {
    const runId = `${mib} MiB ${form}`;
    const { body, count } = ndjson(runId, Math.round(mib * MIB));
    const sent =
      form === 'gzip'
        ? await send(gzipSync(body, { level: 1 }), { headers: { 'content-encoding': 'gzip' } })
        : await send(body, { isChunked: form === 'chunked' });
    console.log(JSON.stringify({ fault: 'size', mib, form, bytes: body.length, status: sent.status, lines: count }));
    if (mib > LIMIT_MIB) {
      expect(sent).toMatchObject({ status: 413, code: 'too_large' });
      expect(await linesOf(runId)).toBe(0);
      return;
    }
    expect(sent).toMatchObject({ status: 200, accepted: count });
    expect(await linesOf(runId)).toBe(count);
    const last = await read<{ lines: { message: string }[]; total: number }>(
      `/api/v1/runs/${encodeURIComponent(runId)}/lines?order=desc&limit=1`,
    );
    expect(last.total).toBe(count);
    expect(last.lines[0]?.message).toMatch(new RegExp(`^${String(count - 1).padStart(6, '0')} `));
  });
});

describe('what is not whole is refused whole', () => {
  test('a bomb: 1 GiB of blanks in 1 MiB of gzip costs no more than its limit', async () => {
    const bomb = gzipSync(Buffer.alloc(1024 * MIB, ' '));
    const before = server.residentBytes();
    const sent: Awaited<ReturnType<typeof send>>[] = [];
    // One after the other: of several at once all but the first are refused unread, by 429.
    for (let n = 0; n < 3; n += 1) sent.push(await send(bomb, { headers: { 'content-encoding': 'gzip' } }));
    const grownMib = Math.round((server.residentBytes() - before) / MIB);
    console.log(
      JSON.stringify({ fault: 'gzip bomb', bytes: bomb.length, status: sent.map(({ status }) => status), grownMib }),
    );
    for (const answer of sent) expect(answer).toMatchObject({ status: 413, code: 'too_large' });
    expect(grownMib).toBeLessThan(200);
  });

  test('a body cut short in the middle of a connection', async () => {
    const { body } = ndjson('cut short', 4 * MIB);
    await expect(send(body, { cutAfter: 2 * MIB })).rejects.toThrow();
    await expect(send(body, { cutAfter: 2 * MIB, isChunked: true })).rejects.toThrow();
    const zipped = gzipSync(body);
    const sent = await send(zipped.subarray(0, zipped.length - 1000), { headers: { 'content-encoding': 'gzip' } });
    expect(sent).toMatchObject({ status: 400, code: 'unreadable_body' });
    expect(await linesOf('cut short')).toBe(0);
  });

  test.each([-1, 1])('a line count that is wrong by %d', async (difference) => {
    const { body, count } = ndjson('wrong count', MIB);
    const sent = await send(body, { headers: { 'x-line-count': String(count + difference) } });
    expect(sent).toMatchObject({ status: 400, code: 'line_count_mismatch' });
    expect(await linesOf('wrong count')).toBe(0);
  });
});
