import { afterEach, describe, expect, it } from 'vitest';
import { createGatewayClient } from './gateway-client';
import { linesOf, sampleRun } from './testing/sample-run';
import { startTinyServer, type Reply, type TinyServer } from './testing/tiny-server';

const TOKEN = 'demo-token-of-more-than-32-characters';
const records = linesOf(sampleRun())
  .slice(0, 20)
  .map((line) => line.record);

let server: TinyServer | undefined;
afterEach(async () => server?.close());

async function connect(replies: Reply[] = []) {
  server = await startTinyServer(replies);
  const waits: number[] = [];
  const client = createGatewayClient({
    url: server.url,
    token: TOKEN,
    maxTries: 3,
    wait: async (ms) => void waits.push(ms),
  });
  return { client, waits, seen: server.seen };
}

describe('postLines', () => {
  it('sends compressed NDJSON with token, key and line count', async () => {
    const { client, seen } = await connect();
    await client.postLines(records, 'first');
    expect(seen).toMatchObject([{ method: 'POST', path: '/api/v1/logs', lineCount: 20, token: `Bearer ${TOKEN}` }]);
    expect(seen[0]?.body).toBe(records.map((record) => `${JSON.stringify(record)}\n`).join(''));
    expect(client.ledger).toMatchObject({ sentCount: 20, acceptedCount: 20, isBalanced: true });
  });

  it('waits as long as a 503 asks, then repeats key and body', async () => {
    const { client, seen, waits } = await connect([{ status: 503, headers: { 'retry-after': '1' } }]);
    await client.postLines(records, 'first');
    expect(waits).toEqual([1_000]);
    expect(seen).toHaveLength(2);
    expect(seen[1]).toEqual(seen[0]);
    expect(client.ledger).toMatchObject({ retryCount: 1, sentCount: 20, acceptedCount: 20, isBalanced: true });
  });

  it('repeats a batch whose answer was swallowed under the same key', async () => {
    const known = { status: 200, body: { accepted: 0, duplicate: 20, rejected: [], runs: [] } };
    const { client, seen } = await connect(['swallow', known]);
    await client.postLines(records, 'first');
    expect(seen).toHaveLength(2);
    expect(seen[1]).toEqual(seen[0]);
    expect(client.ledger).toMatchObject({ acceptedCount: 0, duplicateCount: 20, isBalanced: true });
  });

  it('gives the same lines under the same name the same key, so that a second demo adds nothing', async () => {
    const { client, seen } = await connect();
    await client.postLines(records, 'first');
    await client.postLines(records, 'first');
    expect(seen[1]?.key).toBe(seen[0]?.key);
  });

  it('gives equal lines another key under another name', async () => {
    const { client, seen } = await connect();
    await client.postLines(records, 'first');
    await client.postLines(records, 'second');
    expect(seen[0]?.key).not.toBe(seen[1]?.key);
  });

  it('gives up after the last try, and the ledger misses the lines', async () => {
    const { client, waits } = await connect(['swallow', 'swallow', 'swallow']);
    await expect(client.postLines(records, 'first')).rejects.toMatchObject({ name: 'GatewayError', isFatal: true });
    expect(waits).toEqual([250, 500]);
    expect(client.ledger).toMatchObject({ unacknowledgedCount: 20, isBalanced: false });
  });

  it.each([
    { status: 401, isFatal: true },
    { status: 403, isFatal: true },
    { status: 422, isFatal: false },
  ])('does not repeat what was refused with $status', async ({ status, isFatal }) => {
    const { client, seen } = await connect([{ status, body: { title: 'No', detail: 'because' } }]);
    await expect(client.postLines(records, 'first')).rejects.toMatchObject({
      isFatal,
      message: expect.stringContaining('No: because'),
    });
    expect(seen).toHaveLength(1);
    expect(client.ledger.unacknowledgedCount).toBe(20);
  });

  it('trusts no page that merely answers 200', async () => {
    const { client } = await connect([{ status: 200, body: { hello: 'proxy' } }]);
    await expect(client.postLines(records, 'first')).rejects.toThrow('not what the API promises');
    expect(client.ledger.isBalanced).toBe(false);
  });
});

it('escapes ids in paths', async () => {
  const { client, seen } = await connect();
  await client.putDevice('run/1', 'fra sw?', { status: 'running' });
  expect(seen).toMatchObject([
    { method: 'PUT', path: '/api/v1/runs/run%2F1/devices/fra%20sw%3F', body: '{"status":"running"}' },
  ]);
});
