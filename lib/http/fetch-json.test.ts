import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { fetchJson } from './fetch-json';

const schema = z.object({ n: z.int() });
const answer = (body: string, status = 200) =>
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status })));

afterEach(() => vi.unstubAllGlobals());

describe('fetchJson', () => {
  it('parses the answer', async () => {
    answer('{"n":1,"more":2}');
    await expect(fetchJson(schema, '/api')).resolves.toEqual({ n: 1 });
  });

  it('carries a problem to the reader', async () => {
    const problem = {
      type: 'urn:x',
      title: 'Not allowed',
      status: 403,
      code: 'forbidden',
      detail: 'The role viewer does not.',
    };
    answer(JSON.stringify(problem), 403);
    await expect(fetchJson(schema, '/api')).rejects.toMatchObject({
      name: 'FetchError',
      status: 403,
      code: 'forbidden',
      message: 'Not allowed: The role viewer does not.',
    });
  });

  it.each([
    ['an error page of a proxy', '<html>Bad gateway</html>', 502],
    ['an answer of another shape', '{"n":"one"}', 200],
    ['an answer that was cut short', '{"n":', 200],
  ])('refuses %s', async (_, body, status) => {
    answer(body, status);
    await expect(fetchJson(schema, '/api')).rejects.toMatchObject({ name: 'FetchError', status, code: null });
  });

  it('says when nobody answers', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed to fetch')));
    await expect(fetchJson(schema, '/api')).rejects.toMatchObject({ name: 'FetchError', status: 0 });
  });

  it("passes the caller's own abort on as it is", async () => {
    const controller = new AbortController();
    vi.stubGlobal(
      'fetch',
      (_: string, { signal }: { signal: AbortSignal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        }),
    );
    const pending = fetchJson(schema, '/api', { signal: controller.signal });
    controller.abort();
    await expect(pending).rejects.toMatchObject({ name: 'AbortError' });
  });
});
