import fc from 'fast-check';
import { encode } from 'next-auth/jwt';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { authSecret } from '@/lib/auth/server/auth-secret';
import { forgetTokens } from '@/lib/auth/server/authenticate-token';
import type { Viewer } from '@/lib/auth/viewer';
import { AppError } from '@/lib/errors';
import { problemSchema, type Problem } from '@/lib/http/schema';
import { parseExact } from '@/lib/json/exact-json';
import { createAccessToken } from '@/lib/testing/factories/token';
import { createUser } from '@/lib/testing/factories/user';
import { useTestDatabase } from '@/lib/testing/test-database';
import { defineRoute, type RouteInput } from './define-route';

vi.stubEnv('NEXTAUTH_SECRET', 'the secret of these tests: 32 letters');
useTestDatabase();
const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
beforeEach(forgetTokens);
afterEach(() => logged.mockClear());

const query = z.object({ limit: z.coerce.number().int().max(100).optional() });
const body = z.object({ name: z.string().max(20), list: z.array(z.unknown()).optional(), id: z.string().optional() });
type Input = RouteInput<typeof query, typeof body, 'runId'>;

/** What is stored nowhere as it is: NUL and half characters. */
const needsNoCleaning = (value: unknown): boolean => !/\\u0000|\\ud[89a-f]/.test(JSON.stringify(value));

/** A route that takes all there is, and what its handler was called with. */
function openRoute(answer: (input: Input) => unknown = () => undefined) {
  const calls: Input[] = [];
  const route = defineRoute({ query, body, params: ['runId'] }, (input) => {
    calls.push(input);
    return Promise.resolve(answer(input));
  });
  const send = (given: Given = {}) =>
    route(requestOf(given), { params: Promise.resolve({ runId: given.runId ?? 'r1' }) });
  return { calls, send };
}

type Given = { headers?: Record<string, string>; body?: string; search?: string; runId?: string; method?: string };

function requestOf({ headers = {}, body: text = '{"name":"n"}', search = '', method = 'POST' }: Given): Request {
  const isRead = method === 'GET' || method === 'HEAD';
  return new Request(`http://localhost/api/v1/x${search}`, { method, headers, ...(!isRead && { body: text }) });
}

const bearer = async (): Promise<Record<string, string>> => ({
  authorization: `Bearer ${(await createAccessToken()).token}`,
});
async function session(): Promise<{ person: Viewer; cookie: string }> {
  const person = await createUser();
  const token = await encode({ token: { sub: person.id }, secret: authSecret(), maxAge: 60 });
  return { person, cookie: `next-auth.session-token=${token}` };
}

async function problemOf(response: Response): Promise<Problem> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const problem = problemSchema.strict().parse(await response.json());
  expect(problem.status).toBe(response.status);
  return problem;
}

const BAD_QUERY = '?limit=1000';
const BAD_BODY = '{"name":7}';

describe('order', () => {
  test('a stranger learns nothing of what else is wrong, and their body is not read', async () => {
    const { calls, send } = openRoute();
    expect(await problemOf(await send({ search: BAD_QUERY, body: BAD_BODY }))).toMatchObject({
      code: 'unauthenticated',
    });
    const request = requestOf({ headers: { authorization: 'Bearer nobody' } });
    const route = defineRoute({ body }, () => Promise.resolve());
    expect((await route(request, { params: Promise.resolve({}) })).status).toBe(401);
    expect(request.bodyUsed).toBe(false);
    expect(calls).toEqual([]);
  });

  test('another site’s form is refused before it is read', async () => {
    const { calls, send } = openRoute();
    const { cookie } = await session();
    const given = { search: BAD_QUERY, body: BAD_BODY };
    for (const site of ['cross-site', 'same-site', 'none']) {
      const answer = await send({ ...given, headers: { cookie, 'sec-fetch-site': site } });
      expect(await problemOf(answer)).toMatchObject({ code: 'forbidden' });
    }
    expect((await problemOf(await send({ ...given, headers: { cookie } }))).code).toBe('forbidden');
    expect(calls).toEqual([]);
  });

  test('the query comes before the body, both before the handler', async () => {
    const { calls, send } = openRoute();
    const headers = await bearer();
    const ofQuery = await problemOf(await send({ headers, search: BAD_QUERY, body: BAD_BODY }));
    expect(ofQuery.errors?.map(({ field }) => field)).toEqual(['limit']);
    const ofBody = await problemOf(await send({ headers, body: BAD_BODY }));
    expect(ofBody.errors?.map(({ field }) => field)).toEqual(['name']);
    expect(calls).toEqual([]);
  });

  test('the handler gets who asks and what was asked, by the schemas', async () => {
    const { calls, send } = openRoute();
    const { person, cookie } = await session();
    const headers = { cookie, 'sec-fetch-site': 'same-origin' };
    const answer = await send({ headers, search: '?limit=7', runId: 'run/1', body: '{"name":"n","other":1}' });
    expect([answer.status, await answer.text()]).toEqual([204, '']);
    expect(calls).toMatchObject([{ viewer: person, params: { runId: 'run/1' }, query: { limit: 7 } }]);
    expect(calls[0]?.body).toEqual({ name: 'n' });
  });
});

describe('who may send from where', () => {
  test('a token from anywhere', async () => {
    const { calls, send } = openRoute();
    const headers = { ...(await bearer()), 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.invalid' };
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) expect((await send({ headers, method })).status).toBe(204);
    expect(calls).toHaveLength(4);
  });

  test.each([
    [{ 'sec-fetch-site': 'same-origin' }, 204],
    [{ origin: 'https://console.invalid', host: 'console.invalid' }, 204],
    [{ origin: 'https://console.invalid', host: 'inner', 'x-forwarded-host': 'console.invalid' }, 204],
    [{ origin: 'https://elsewhere.invalid', host: 'console.invalid' }, 403],
    [{ origin: 'null', host: 'console.invalid' }, 403],
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://console.invalid', host: 'console.invalid' }, 403],
  ])('a signed-in person by %j: %i', async (headers, status) => {
    const { send } = openRoute();
    expect((await send({ headers: { ...headers, cookie: (await session()).cookie } })).status).toBe(status);
  });

  test.each(['GET', 'HEAD'])('a signed-in person reads by %s from a link on any page', async (method) => {
    const route = defineRoute({}, ({ viewer }) => Promise.resolve({ kind: viewer.kind }));
    const headers = { cookie: (await session()).cookie, 'sec-fetch-site': 'cross-site' };
    const answer = await route(requestOf({ method, headers }), { params: Promise.resolve({}) });
    expect([answer.status, await answer.json()]).toEqual([200, { kind: 'person' }]);
  });
});

describe('a body', () => {
  const sendBody = async (text: string) => {
    const { calls, send } = openRoute();
    const answer = await send({ headers: await bearer(), body: text });
    return { answer, given: calls[0]?.body };
  };
  const listOf = (length: number): string => `{"name":"n","list":[${Array.from({ length }, () => 0).join(',')}]}`;
  const nested = (depth: number): string => `{"name":"n","list":${'['.repeat(depth)}${']'.repeat(depth)}}`;

  test.each([
    ['no JSON', '{"name":', 'unreadable_body'],
    ['nothing', '', 'unreadable_body'],
    ['another value', '[]', 'invalid_request'],
    ['too deep for a stack', nested(200_000), 'invalid_request'],
    ['too large', JSON.stringify({ name: 'x'.repeat(4 * 1024 * 1024) }), 'too_large'],
  ])('of %s is refused', async (_name, text, code) => {
    const { answer, given } = await sendBody(text);
    expect((await problemOf(answer)).code).toBe(code);
    expect(given).toBeUndefined();
  });

  test.each([
    ['one member too many', listOf(100_001)],
    ['one level too deep', nested(32)],
  ])('of %s is told both limits', async (_name, text) => {
    const { code, detail } = await problemOf((await sendBody(text)).answer);
    expect([code, detail]).toEqual([
      'invalid_request',
      'The body has more than 100000 names and list elements, or is nested more than 32 levels deep.',
    ]);
  });

  test('of as many members and levels as are allowed is taken', async () => {
    expect((await sendBody(listOf(99_990))).answer.status).toBe(204);
    expect((await sendBody(nested(31))).answer.status).toBe(204);
  });

  test('is clean as stored texts are, and its ids keep all their digits', async () => {
    const { given } = await sendBody('{"name":"a\\u0000b\\ud800","id":12345678901234567890}');
    expect(given).toEqual({ name: 'a␀b\ufffd', id: '12345678901234567890' });
  });

  test('of any JSON reaches the handler as the schema reads it, or is refused as a problem that names no value', async () => {
    const headers = await bearer();
    const name = fc.string({ unit: 'grapheme', maxLength: 30 });
    const json = fc.oneof(
      fc.record(
        { name: fc.oneof(name, fc.integer()), list: fc.array(fc.jsonValue(), { maxLength: 3 }) },
        { requiredKeys: [] },
      ),
      fc.jsonValue(),
    );
    await fc.assert(
      fc.asyncProperty(json, async (value) => {
        const { calls, send } = openRoute();
        const answer = await send({ headers, body: JSON.stringify(value) });
        const meant = body.safeParse(JSON.parse(JSON.stringify(value)));
        expect(answer.status).toBe(meant.success ? 204 : 400);
        expect(calls.length).toBe(meant.success ? 1 : 0);
        if (!meant.success) expect((await problemOf(answer)).code).toBe('invalid_request');
        else if (needsNoCleaning(value)) expect(JSON.stringify(calls[0]?.body)).toBe(JSON.stringify(meant.data));
      }),
    );
  });

  test('of any text is answered: taken, or refused by a problem, never an error of the server', async () => {
    const headers = await bearer();
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ':',
      ',',
      '\\',
      'name',
      '1e999',
      'null',
      '\ufeff',
      '\0',
      ' ',
    );
    const written = fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(written, fc.string(), async (pieces, limit) => {
        const { calls, send } = openRoute();
        const search = `?limit=${encodeURIComponent(limit)}`;
        const answer = await send({ headers, search, body: pieces.join('') });
        expect([204, 400]).toContain(answer.status);
        expect(calls.length).toBe(answer.status === 204 ? 1 : 0);
        if (answer.status === 400) await problemOf(answer);
      }),
    );
    expect(logged).not.toHaveBeenCalled();
  });

  test('with many faults is answered with the first hundred, by their fields', async () => {
    const many = z.object({ list: z.array(z.object({ n: z.number() })) });
    const route = defineRoute({ body: many }, () => Promise.resolve());
    const text = JSON.stringify({ list: Array.from({ length: 300 }, () => ({ n: 'secret' })) });
    const problem = await problemOf(
      await route(requestOf({ headers: await bearer(), body: text }), { params: Promise.resolve({}) }),
    );
    expect(problem.errors).toHaveLength(100);
    expect(problem.errors?.[7]?.field).toBe('list.7.n');
    expect(JSON.stringify(problem)).not.toContain('secret');
  });

  test('is left to the handler by a route that names no schema for it', async () => {
    const route = defineRoute({}, async ({ request, body: parsed }) => ({
      parsed: parsed ?? null,
      text: await request.text(),
    }));
    const answer = await route(requestOf({ headers: await bearer(), body: 'text' }), { params: Promise.resolve({}) });
    expect(await answer.json()).toEqual({ parsed: null, text: 'text' });
  });
});

describe('an answer', () => {
  test('is JSON that nobody keeps, with the digits that were sent', async () => {
    const { send } = openRoute(() => parseExact('{"n":1.10,"id":12345678901234567890}'));
    const answer = await send({ headers: await bearer() });
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      200,
      'application/json',
      'no-store',
    ]);
    expect(await answer.text()).toBe('{"n":1.10,"id":12345678901234567890}');
  });

  test.each([null, 0, false, '', []])('%j is one, too', async (value) => {
    const { send } = openRoute(() => value);
    const answer = await send({ headers: await bearer() });
    expect([answer.status, await answer.json()]).toEqual([200, value]);
  });

  test('that the handler made itself stays as it is', async () => {
    const own = new Response('made', { status: 201, headers: { location: '/x' } });
    expect(await openRoute(() => own).send({ headers: await bearer() })).toBe(own);
  });

  test.each([
    ['an error of ours', new AppError('conflict', 'It has ended.'), 409, 0],
    ['of the database', Object.assign(new Error('canceling statement'), { code: '57014' }), 503, 0],
    ['a mistake', new TypeError('secret is not a function'), 500, 1],
    ['a text', 'secret', 500, 1],
  ])('to %s is its problem', async (_name, thrown, status, logLines) => {
    const { send } = openRoute(() => {
      throw thrown;
    });
    const problem = await problemOf(await send({ headers: await bearer() }));
    expect(problem.status).toBe(status);
    expect(JSON.stringify(problem)).not.toContain('secret');
    expect(logged).toHaveBeenCalledTimes(logLines);
  });
});
