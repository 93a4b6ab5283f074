import 'server-only';
import type { z } from 'zod';
import { authenticateRequest } from '@/lib/auth/server/authenticate-request';
import type { Viewer } from '@/lib/auth/viewer';
import { cleanDeep, needsCleaning } from '@/lib/json/clean-text';
import { AppError } from '@/lib/errors';
import { parseInput } from '@/lib/json/exact-json';
import { measureJson } from '@/lib/json/measure-json';
import { jsonResponse } from '@/lib/http/json-response';
import { parseQuery } from '@/lib/http/parse-query';
import { problemResponse } from '@/lib/http/problem-response';
import { readBody } from '@/lib/http/read-body';
import { assertSameOrigin } from '@/lib/http/same-origin';

type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };
type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;
type Schema = z.ZodType | undefined;

type RouteOptions<Q, B, P> = {
  query?: Q;
  body?: B;
  /** Names of the path's parameters. */
  params?: readonly P[];
};

export type RouteInput<Q, B, P extends string> = {
  viewer: Viewer;
  params: Record<P, string>;
  query: Parsed<Q>;
  body: Parsed<B>;
  request: Request;
};

/** The largest JSON body that is not lines is a run with a list of 20,000 devices. */
const MAX_JSON_BYTES = 4 * 1024 * 1024;
/**
 * Most names and list elements of such a body; 20,000 devices have 80,000. More would only block the server while it
 * parses.
 */
const MAX_JSON_MEMBERS = 100_000;
const MAX_JSON_DEPTH = 32;
/** Most faults named in an answer; a sender with more has the same fault in each record. */
const MAX_ERRORS = 100;

/**
 * A route handler in fixed order: authenticate, validate, then `handle`, which calls one server function (that
 * authorises). What `handle` returns is answered as JSON, a `Response` as it is, whatever is thrown as a problem.
 */
export function defineRoute<
  Q extends z.ZodObject | undefined = undefined,
  B extends Schema = undefined,
  P extends string = never,
>(
  options: RouteOptions<Q, B, P>,
  handle: (input: RouteInput<Q, B, P>) => Promise<unknown>,
): (request: Request, context: RouteContext) => Promise<Response> {
  return async (request, context) => {
    try {
      const viewer = await authenticateRequest(request);
      if (viewer.kind === 'person' && request.method !== 'GET' && request.method !== 'HEAD') assertSameOrigin(request);
      const params = readParams(await context.params, options.params ?? []);
      const query = parseQuery(options.query, request.url) as Parsed<Q>;
      const body = (options.body ? parseJson(options.body, await readJson(request)) : undefined) as Parsed<B>;
      const result = await handle({ viewer, params, query, body, request });
      if (result instanceof Response) return result;
      return result === undefined ? new Response(null, { status: 204 }) : jsonResponse(result);
    } catch (error) {
      return problemResponse(error);
    }
  };
}

function readParams<P extends string>(given: Awaited<RouteContext['params']>, names: readonly P[]): Record<P, string> {
  return Object.fromEntries(names.map((name) => [name, String(given[name] ?? '')])) as Record<P, string>;
}

function parseJson(schema: z.ZodType, value: unknown): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new AppError('invalid_request', 'The body is not valid; see errors.', {
    errors: result.error.issues
      .slice(0, MAX_ERRORS)
      .map((issue) => ({ field: issue.path.join('.') || 'body', detail: issue.message })),
  });
}

async function readJson(request: Request): Promise<unknown> {
  const text = await readBody(request, MAX_JSON_BYTES);
  const { members, depth } = measureJson(text);
  if (members > MAX_JSON_MEMBERS || depth > MAX_JSON_DEPTH) {
    throw new AppError(
      'invalid_request',
      `The body has more than ${MAX_JSON_MEMBERS} names and list elements, or is nested more than ${MAX_JSON_DEPTH} levels deep.`,
    );
  }
  try {
    const value = parseInput(text);
    return needsCleaning(text) ? cleanDeep(value) : value;
  } catch {
    throw new AppError('unreadable_body', 'The body is not JSON.');
  }
}
