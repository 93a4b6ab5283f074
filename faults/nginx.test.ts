import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { findNginx } from '@/scripts/find-nginx.mjs';
import { READ_TOKEN } from '@/lib/testing/real-server/credentials';
import { ServerProcess } from '@/lib/testing/real-server/server-process';
import { HttpClient } from '@/lib/testing/real-server/http-client';
import { NginxProcess, type NginxSettings } from './nginx-process';
import { postBody } from './sender';

const nginx = findNginx();
const SMALL_BODY = 1000;
const LARGE_BODY = 3 * 1024 * 1024;

let server: ServerProcess;
beforeAll(async () => {
  if (!nginx) return;
  server = await ServerProcess.create();
  await server.start();
});
afterAll(() => server?.remove());

const plain = () => `location / { proxy_pass ${server.url}; }`;
/** The configuration that docs/nginx.md recommends, word for word but for the port. */
const recommended = (): string => {
  const block = /```nginx\n([\s\S]*?)```/.exec(readFileSync('docs/nginx.md', 'utf8'))?.[1] ?? '';
  expect(block).toContain('http://127.0.0.1:3000');
  return block.replace('http://127.0.0.1:3000', server.url);
};

const line = (runId: string, message: string) => JSON.stringify({ run_id: runId, job_id: 'nginx', message });

/** The stream's text until it holds `wanted`. */
async function readUntil(reader: AsyncIterator<string>, wanted: string): Promise<string> {
  let text = '';
  while (!text.includes(wanted)) {
    const { value, done } = await reader.next();
    if (done) throw new Error(`the stream ended before ${wanted}: ${text}`);
    text += value;
  }
  return text;
}

type Case = { name: string; settings: () => NginxSettings; bodyBytes: number };
const CASES: Case[] = [
  { name: 'as Debian has it', settings: () => ({ location: plain() }), bodyBytes: SMALL_BODY },
  {
    name: 'that compresses everything',
    settings: () => ({ http: 'gzip_types *; gzip_proxied any; gzip_min_length 0;', location: plain() }),
    bodyBytes: SMALL_BODY,
  },
  {
    name: 'as docs/nginx.md recommends, and compressing everything',
    settings: () => ({ http: 'gzip_types *; gzip_proxied any; gzip_min_length 0;', location: recommended() }),
    bodyBytes: LARGE_BODY,
  },
];

test.each(CASES)('behind nginx $name, a tail arrives line by line, uncompressed', async ({ name, ...nginxCase }) => {
  if (!nginx) {
    console.warn('nothing was tried behind nginx, for want of one: install nginx, or set NGINX_PATH');
    expect(inject('isCi')).toBe(false);
    return;
  }
  const proxy = await NginxProcess.start(nginx, nginxCase.settings());
  const abort = new AbortController();
  try {
    const runId = `behind nginx ${name}`;
    const first = line(runId, `first ${'x'.repeat(nginxCase.bodyBytes)}`);
    expect((await postBody(proxy.url, first)).answer.status).toBe(200);
    const client = new HttpClient(proxy.url, READ_TOKEN);
    const path = `/api/v1/runs/${encodeURIComponent(runId)}`;
    const headers = { 'accept-encoding': 'gzip' };
    const tail = await client.open('GET', `${path}/tail`, { headers, signal: abort.signal });
    expect(tail.headers['content-encoding']).not.toBe('gzip');
    const reader = tail
      .on('error', () => {})
      .setEncoding('utf8')
      [Symbol.asyncIterator]();
    await readUntil(reader, '"phase":"live"');
    for (const word of ['second', 'third']) {
      expect((await postBody(proxy.url, line(runId, word))).answer.status).toBe(200);
      expect(await readUntil(reader, word)).toContain('event: line');
    }
    const download = await client.send('GET', `${path}/download?format=text`, { headers });
    expect(download.headers['content-encoding']).not.toBe('gzip');
    expect(download.text).toMatch(/first x+[\s\S]*second[\s\S]*third/);
  } finally {
    abort.abort();
    await proxy.remove();
  }
});
