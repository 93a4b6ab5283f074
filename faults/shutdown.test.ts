import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { INGEST_TOKEN } from '@/lib/testing/real-server/credentials';
import { ServerProcess } from '@/lib/testing/real-server/server-process';
import { HttpClient } from '@/lib/testing/real-server/http-client';
import { TailClient } from './tail-client';

let server: ServerProcess;

beforeAll(async () => {
  server = await ServerProcess.create();
});
afterAll(() => server.remove());

describe.each(['SIGTERM', 'SIGINT'] as const)('%s with a tail open', (signal) => {
  test('ends with code 0, the database with it, and the next start goes on', async () => {
    await server.start();
    const client = new HttpClient(server.url, INGEST_TOKEN);
    await client.sendJson('POST', '/api/v1/logs', { run_id: 'open', message: `before ${signal}` });
    const tail = new TailClient(server.url, 'open');
    await tail.untilSeq(signal === 'SIGTERM' ? 1 : 2);
    const { code, ms } = await server.end(signal);
    await tail.close();
    console.log(`${signal}: ended after ${Math.round(ms)} ms`);
    expect(code).toBe(0);
    // A database that ended in order has removed it.
    expect(existsSync(server.postmasterFile)).toBe(false);
  });
});
