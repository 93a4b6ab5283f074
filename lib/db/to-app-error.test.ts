import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError, type ErrorCode } from '@/lib/errors';
import { DISK_RETRY_SECONDS, hasErrorCode, toAppError } from './to-app-error';

/** The forms in which drivers and Prisma hold the code of what went wrong. */
const FORMS: ((code: string) => unknown)[] = [
  (code) => Object.assign(new Error('of the driver'), { code }),
  (code) => ({ originalCode: code }),
  (code) => ({ kind: code }),
  (code) => new Error('a wrapper', { cause: { code } }),
  (code) => Object.assign(new Error('of Prisma'), { code: 'P2010', meta: { driverAdapterError: { cause: { code } } } }),
  (code) => ({ meta: { driverAdapterError: { cause: { kind: 'postgres', originalCode: code } } } }),
];

const TRANSLATIONS: readonly (readonly [string, ErrorCode, number | undefined])[] = [
  ['57014', 'search_timeout', undefined],
  ['53100', 'disk_full', DISK_RETRY_SECONDS],
  ['ECONNREFUSED', 'unavailable', 2],
  ['57P01', 'unavailable', 2],
  ['53300', 'unavailable', 2],
  ['08006', 'unavailable', 2],
  ['25006', 'unavailable', 2],
  ['P1001', 'unavailable', 2],
  ['P2024', 'unavailable', 2],
  ['SocketTimeout', 'unavailable', 2],
  ['23505', 'internal', undefined],
  ['42601', 'internal', undefined],
  ['P2002', 'internal', undefined],
];

describe.each(TRANSLATIONS)('%s', (code, translated, retryAfterSeconds) => {
  test.each(FORMS.map((wrap, index) => [index, wrap] as const))('is found in form %i', (_index, wrap) => {
    const thrown = wrap(code);
    const error = toAppError(thrown);
    expect([error.code, error.retryAfterSeconds, error.cause]).toEqual([translated, retryAfterSeconds, thrown]);
    expect(hasErrorCode(thrown, code)).toBe(true);
  });
});

test.each([
  'Connection terminated unexpectedly',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error and is not queryable',
  'Query read timeout',
  "Can't reach database server at `db:5432`",
  'connect ECONNREFUSED 127.0.0.1:5432',
])('without a code the text tells: %s', (text) => {
  expect(toAppError(new Error(text)).code).toBe('unavailable');
  expect(toAppError(text).code).toBe('internal');
});

test('the end of the disk counts before the lost connection that came of it, a stopped search before both', () => {
  const disk = { code: '57P01', cause: { code: '53100' } };
  expect(toAppError(disk).code).toBe('disk_full');
  expect(toAppError({ code: 'P1017', cause: { code: '57014', cause: disk } }).code).toBe('search_timeout');
});

test('an error of ours stays the same one', () => {
  const own = new AppError('not_found', 'There is no such run.', { cause: { code: '57014' } });
  expect(toAppError(own)).toBe(own);
});

test('whatever is thrown is an error that says nothing of what was thrown', () => {
  const circle: Record<string, unknown> = {};
  circle.cause = circle;
  circle.meta = { driverAdapterError: circle };
  for (const thrown of [circle, null, undefined, 0, '', Symbol('x'), () => 'x', Object.create(null)]) {
    expect(toAppError(thrown).code).toBe('internal');
  }
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true }), fc.stringMatching(/^[a-z]{12,20}$/), (value, secret) => {
      const thrown = Object.assign(new Error(`password ${secret}`), { value, detail: secret });
      expect(toAppError(value).code).toBe('internal');
      expect(toAppError(thrown)).toMatchObject({ code: 'internal', cause: thrown });
      expect(toAppError(thrown).message).not.toContain(secret);
    }),
  );
});
