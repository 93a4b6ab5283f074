import type { z } from 'zod';
import { parseExact } from '@/lib/json/exact-json';
import { problemSchema } from './schema';

/** A request that brought no usable answer; `message` may be shown to the reader. */
export class FetchError extends Error {
  /** HTTP status; 0 when no answer came (network, time-out). */
  readonly status: number;
  /** The problem's code, such as `not_found`; null when the answer was not a problem document. */
  readonly code: string | null;
  /** The problem's detail as a sentence; null when it has only a title. */
  readonly detail: string | null;

  constructor(message: string, answer: { status: number; code?: string; detail?: string; cause?: unknown }) {
    super(message, { cause: answer.cause });
    this.name = 'FetchError';
    this.status = answer.status;
    this.code = answer.code ?? null;
    this.detail = answer.detail ?? null;
  }
}

/** Longer than the statement timeout of any search: silence beyond it is an outage and reported as one. */
const TIMEOUT_MS = 20_000;

/**
 * GETs `url` and parses the answer with `schema`. Throws `FetchError` for every failure, save an abort by the caller's
 * own `signal`, which is thrown as it is.
 */
export async function fetchJson<S extends z.ZodType>(
  schema: S,
  url: string,
  { signal }: { signal?: AbortSignal } = {},
): Promise<z.output<S>> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const { response, body } = await request(url, signal ? AbortSignal.any([signal, timeout]) : timeout).catch(
    (cause: unknown) => {
      if (signal?.aborted) throw cause;
      throw new FetchError('The server cannot be reached.', { status: 0, cause });
    },
  );
  if (!response.ok) throw problemError(response.status, body);
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new FetchError('The server answered something unexpected. Reload the page.', {
    status: response.status,
    cause: parsed.error,
  });
}

async function request(url: string, signal: AbortSignal): Promise<{ response: Response; body: unknown }> {
  const response = await fetch(url, { signal, headers: { accept: 'application/json' } });
  const text = await response.text();
  return { response, body: parseJson(text) };
}

function parseJson(text: string): unknown {
  try {
    return parseExact(text);
  } catch {
    return undefined;
  }
}

function problemError(status: number, body: unknown): FetchError {
  const problem = problemSchema.safeParse(body);
  if (!problem.success) return new FetchError(`The server answered ${status}.`, { status });
  const { title, detail, code } = problem.data;
  return new FetchError(detail ? `${title}: ${detail}` : title, { status, code, detail });
}

/** The session is over: only signing in again helps. */
export const isSignedOut = (error: Error | null): boolean => error instanceof FetchError && error.status === 401;
