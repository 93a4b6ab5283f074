import { afterEach, expect, test } from 'vitest';
import { registerDirectRoutes } from '@/lib/boot/register-direct-routes';
import { answerAppend } from '@/lib/ingest/server/answer-append';
import { findDirectRoute } from './find-direct-route.mjs';

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'netravenDirectRoutes');
});

const ingest = { method: 'POST', url: '/api/v1/logs', headers: { authorization: 'Bearer x' } };

test('before the boot is done nothing bypasses Next, then lines of a sender with a credential do', () => {
  expect(findDirectRoute(ingest)).toBeUndefined();
  registerDirectRoutes();
  expect(findDirectRoute(ingest)).toBe(answerAppend);
});

test.each([
  ['another method', { ...ingest, method: 'HEAD' }],
  ['another path', { ...ingest, url: '/api/v1/runs' }],
  ['a query', { ...ingest, url: '/api/v1/logs?x=1' }],
  ['a session instead of a token', { ...ingest, headers: {} }],
])('%s is Next’s', (_name, request) => {
  registerDirectRoutes();
  expect(findDirectRoute(request)).toBeUndefined();
});
