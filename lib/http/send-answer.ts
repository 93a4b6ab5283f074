import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';

export type NodeAnswer = { status: number; headers: Record<string, string>; body: unknown };

/**
 * Answers with JSON, whether the request's body was read or not. On a kept connection its rest is thrown away, or it
 * would stand before the next request; on one that is closed, the door sees to it (linger-over-body.ts).
 */
export function sendAnswer(message: IncomingMessage, response: ServerResponse, answer: NodeAnswer): void {
  const text = JSON.stringify(answer.body);
  response.writeHead(answer.status, { ...answer.headers, 'content-length': Buffer.byteLength(text) });
  response.end(text);
  message.resume();
}
