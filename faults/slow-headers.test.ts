import net from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { READ_TOKEN } from '@/lib/testing/real-server/credentials';
import { ServerProcess } from '@/lib/testing/real-server/server-process';
import { HttpClient } from '@/lib/testing/real-server/http-client';

const SLOW = 2000;
const AT_ONCE = 50;
const DRIP_MS = 500;

let server: ServerProcess;
let dripping: NodeJS.Timeout;
const sockets = new Set<net.Socket>();
afterEach(async () => {
  clearInterval(dripping);
  for (const socket of sockets) socket.destroy();
  await server.remove();
});

/** Begins a request and never ends its headers; every second one sends nothing at all. */
function openSlow(nth: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(server.port, '127.0.0.1', () => {
      if (nth % 2 === 0) socket.write('GET /api/v1/runs HTTP/1.1\r\nhost: 127.0.0.1\r\nx-slow: ');
      resolve();
    });
    sockets.add(socket);
    socket.resume();
    socket.on('error', reject);
    socket.on('close', () => sockets.delete(socket));
  });
}

const PATHS = ['/api/v1/runs', '/login', '/api/auth/csrf', '/api/health/live', '/api/health/ready'];

test(`${SLOW} connections with slow headers: all others are answered, and the slow ones are closed`, async () => {
  server = await ServerProcess.create();
  await server.start();
  // Some at a time: what overflows the system's queue of new connections never reaches the server.
  for (let first = 0; first < SLOW; first += AT_ONCE) {
    await Promise.all(Array.from({ length: AT_ONCE }, (_, nth) => openSlow(first + nth)));
  }
  dripping = setInterval(() => {
    for (const socket of sockets) if (socket.writable && socket.bytesWritten > 0) socket.write('x');
  }, DRIP_MS);
  const startedAt = performance.now();
  const statuses = await Promise.all(
    PATHS.map(async (path) => {
      const isPage = path === '/login';
      const client = new HttpClient(server.url, isPage ? null : READ_TOKEN);
      return (await client.send('GET', path, { headers: isPage ? { accept: 'text/html' } : {} })).status;
    }),
  );
  const slowestMs = Math.round(performance.now() - startedAt);
  await expect.poll(() => sockets.size, { timeout: 120_000, interval: 100 }).toBe(0);
  const closedMs = Math.round(performance.now() - startedAt);
  console.log(JSON.stringify({ fault: 'slow headers', slow: SLOW, slowestMs, closedMs }));
  expect(statuses).toEqual(PATHS.map(() => 200));
});
