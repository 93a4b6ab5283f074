import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { AppError, ERRORS, type ErrorCode } from '@/lib/errors';
import { toProblem } from './problem';
import { NO_STORE, problemResponse, reportProblem } from './problem-response';
import { problemSchema } from './schema';

const CODES = Object.keys(ERRORS) as ErrorCode[];
const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
afterEach(() => logged.mockClear());

describe.each(CODES)('%s', (code) => {
  const full = new AppError(code, 'What to do.', {
    errors: [{ field: 'q', detail: 'expected a text' }],
    retryAfterSeconds: 7,
    allow: ['GET', 'HEAD'],
    cause: new Error('the secret of the driver'),
  });

  test('is an answer of RFC 9457 with the status and title of the table', () => {
    const { body } = toProblem(full, 'request-1');
    const { status, title } = ERRORS[code];
    expect(problemSchema.strict().parse(body)).toEqual({
      type: `urn:netraven:problem:${code}`,
      title,
      status,
      code,
      detail: 'What to do.',
      errors: [{ field: 'q', detail: 'expected a text' }],
      requestId: 'request-1',
    });
  });

  test('has the headers of what it knows, and no others', () => {
    const own = {
      ...(code === 'unsupported_encoding' && { 'accept-encoding': expect.stringContaining('gzip') as string }),
      ...(code === 'unauthenticated' && { 'www-authenticate': 'Bearer realm="netraven"' }),
      'content-type': 'application/problem+json',
    };
    expect(toProblem(full, 'r').headers).toEqual({ ...own, 'retry-after': '7', allow: 'GET, HEAD' });
    const bare = toProblem(new AppError(code, 'd'), 'r');
    expect(bare.headers).toEqual(own);
    expect(Object.keys(bare.body)).not.toContain('errors');
  });

  test('is answered as such, never kept, and logged where the server is to blame', async () => {
    const response = problemResponse(full);
    const body = problemSchema.parse(await response.json());
    expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([
      ERRORS[code].status,
      'application/problem+json',
      NO_STORE['cache-control'],
    ]);
    expect(JSON.stringify(body)).not.toContain('secret of the driver');
    const lines = logged.mock.calls.map(([line]) => String(line));
    expect(lines).toHaveLength(ERRORS[code].status === 500 ? 1 : 0);
    for (const line of lines) expect(line).toContain(`request ${body.requestId}`);
  });
});

const text = fc.string({ unit: 'binary', maxLength: 40 });
const known = fc.record({
  code: fc.constantFrom(...CODES),
  detail: text,
  options: fc.record(
    {
      errors: fc.array(fc.record({ field: text, detail: text }), { maxLength: 4 }),
      retryAfterSeconds: fc.nat(),
      allow: fc.subarray(['GET', 'POST', 'DELETE']),
    },
    { requiredKeys: [] },
  ),
});

test('whatever its words are, an answer says them to the letter and nothing of its cause', async () => {
  await fc.assert(
    fc.asyncProperty(known, text, async ({ code, detail, options }, secret) => {
      const cause = new Error(`cause-${secret}`);
      const response = problemResponse(new AppError(code, detail, { ...options, cause }));
      const body = await response.text();
      const { requestId, ...said } = problemSchema.strict().parse(JSON.parse(body));
      expect(said).toEqual({
        ...{ type: `urn:netraven:problem:${code}`, ...ERRORS[code], code, detail: detail.toWellFormed() },
        ...(options.errors && { errors: options.errors }),
      });
      expect(requestId).toMatch(/^[\da-f-]{36}$/);
      expect(body).not.toContain('cause-');
      expect(response.headers.get('retry-after')).toBe(options.retryAfterSeconds?.toString() ?? null);
      expect(response.headers.get('allow')).toBe(options.allow?.join(', ') ?? null);
    }),
  );
});

test('a retry at once is a retry: 0 seconds are said', () => {
  expect(toProblem(new AppError('unavailable', 'd', { retryAfterSeconds: 0 }), 'r').headers['retry-after']).toBe('0');
});

test.each([new TypeError('x is not a function'), 'a text', null, undefined, 42, { status: 200, code: 'ok' }])(
  '%s, thrown, is the server’s fault: 500 without detail, and one line in the log',
  (thrown) => {
    const { body } = reportProblem(thrown);
    expect([body.status, body.code, body.detail]).toEqual([
      500,
      'internal',
      'The server logged the error under the request id.',
    ]);
    expect(logged).toHaveBeenCalledOnce();
  },
);

test('each answer has a request id of its own', () => {
  const error = new AppError('not_found', 'd');
  const ids = Array.from({ length: 20 }, () => reportProblem(error).body.requestId);
  expect(new Set(ids).size).toBe(20);
});
