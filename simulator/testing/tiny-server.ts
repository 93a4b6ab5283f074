import { createServer, type IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';

export type Seen = {
  method: string;
  path: string;
  key: string | undefined;
  lineCount: number;
  token: string;
  body: string;
};
/** `swallow` reads the request, keeps it and cuts the connection instead of answering. */
export type Reply = 'swallow' | { status: number; headers?: Record<string, string>; body?: unknown };

/** `seen` holds every request that was read to its end, in order of arrival. */
export type TinyServer = { url: string; seen: Seen[]; close(): Promise<void> };

async function readRequest(request: IncomingMessage): Promise<Seen> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  const raw = Buffer.concat(parts);
  const body = (request.headers['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw).toString();
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    key: request.headers['idempotency-key']?.toString(),
    lineCount: Number(request.headers['x-line-count'] ?? 0),
    token: request.headers.authorization ?? '',
    body,
  };
}

const accept = ({ lineCount }: Seen): Reply => ({
  status: 200,
  body: { accepted: lineCount, duplicate: 0, rejected: [], runs: [] },
});

/** Listens on a free port of the loopback; `replies` are used up in order, after them everything is accepted. */
export async function startTinyServer(replies: Reply[] = []): Promise<TinyServer> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    void readRequest(request).then((received) => {
      seen.push(received);
      const reply = replies.shift() ?? accept(received);
      if (reply === 'swallow') return request.socket.destroy();
      response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
      return response.end(JSON.stringify(reply.body ?? {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${address.port}`, seen, close };
}
