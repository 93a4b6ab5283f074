import type { Viewer } from '@/lib/auth/viewer';
import { appendLines } from '@/lib/intake/ingest/server/append-lines';
import type { IngestAnswer } from '@/lib/intake/ingest/schema';

/** Viewers for tests of server functions. */
export const GATEWAY: Viewer = { kind: 'token', id: 'test-gateway', name: 'test gateway', scopes: ['logs:write'] };
export const READER: Viewer = { kind: 'token', id: 'test-reader', name: 'test reader', scopes: ['logs:read'] };
export const ADMIN: Viewer = { kind: 'token', id: 'test-admin', name: 'test admin', scopes: ['admin'] };

type PostOptions = { headers?: Record<string, string>; viewer?: Viewer; query?: string };

/** `POST /api/v1/logs` without the network: `body` as it is when text or bytes, else as NDJSON of records. */
export function postLines(
  body: unknown[] | string | Uint8Array<ArrayBuffer>,
  options: PostOptions = {},
): Promise<IngestAnswer> {
  const payload = Array.isArray(body) ? body.map((record) => JSON.stringify(record)).join('\n') : body;
  const request = new Request(`http://test.invalid/api/v1/logs${options.query ?? ''}`, {
    method: 'POST',
    body: payload,
    headers: { 'content-type': 'application/x-ndjson', ...options.headers },
  });
  return appendLines(options.viewer ?? GATEWAY, request);
}
