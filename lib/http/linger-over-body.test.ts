import http from 'node:http';
import net from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lingerOverBody } from './linger-over-body';

/** More than the buffers of both sides hold, so that it is still being sent when the answer is there. */
const BODY_BYTES = 32 * 1024 * 1024;

let port = 0;
const server = http.createServer((message, response) => {
  lingerOverBody(message, response);
  response.writeHead(413, { 'content-length': 7 });
  response.end('refused');
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

type Seen = { text: string; error: string | null; sent: number };

/** Sends all of its body before it looks at the answer, as simple senders do. */
function sendAll(head: string): Promise<Seen> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    const seen: Seen = { text: '', error: null, sent: 0 };
    const part = Buffer.alloc(64 * 1024, 'x');
    const write = () => {
      while (seen.sent < BODY_BYTES && !socket.destroyed) {
        seen.sent += part.length;
        if (!socket.write(part)) return void socket.once('drain', write);
      }
      socket.on('data', (data) => (seen.text += String(data)));
    };
    socket.on('error', (error: NodeJS.ErrnoException) => (seen.error = error.code ?? 'error'));
    socket.on('close', () => resolve(seen));
    socket.write(head);
    write();
  });
}

test.each([
  `POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: ${BODY_BYTES}\r\n\r\n`,
  `POST / HTTP/1.0\r\nContent-Length: ${BODY_BYTES}\r\n\r\n`,
])('a sender that is refused and cut off has sent all and reads why', async (head) => {
  const { text, error, sent } = await sendAll(head);
  expect({ error, sent }).toEqual({ error: null, sent: BODY_BYTES });
  expect(text).toMatch(/^HTTP\/1\.1 413 [\s\S]*refused$/);
});
