import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';

export type NodeAnswer = { status: number; headers: Record<string, string>; body: unknown };

/** Of a refused body that its sender goes on sending, on a connection that is to be closed. */
const MAX_LINGER_BYTES = 64 * 1024 * 1024;

/**
 * Answers with JSON, whether the request's body was read or not. On a kept connection its rest is thrown away, or it
 * would stand before the next request. On one that is closed after the answer the rest is read before closing:
 * closed with bytes unread, the system resets the connection, and the sender never sees the answer (RFC 9112, 9.6).
 */
export function sendAnswer(message: IncomingMessage, response: ServerResponse, answer: NodeAnswer): void {
  const text = JSON.stringify(answer.body);
  response.writeHead(answer.status, { ...answer.headers, 'content-length': Buffer.byteLength(text) });
  if (message.complete || response.shouldKeepAlive) {
    response.end(text);
    message.resume();
    return;
  }
  response.write(text);
  let size = 0;
  const end = () => response.end();
  message.on('end', end).on('close', end);
  message.on('data', (part: Buffer) => {
    size += part.length;
    if (size > MAX_LINGER_BYTES) message.destroy();
  });
  message.resume();
}
