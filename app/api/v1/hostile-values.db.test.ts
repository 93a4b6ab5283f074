import { fileURLToPath } from 'node:url';
import { beforeAll, expect, inject, test } from 'vitest';
import { buildToken, hashToken, TOKEN_RANDOM_BYTES } from '@/lib/auth/token-format';
import { db } from '@/lib/db/client';
import { decideAtDoor } from '@/lib/edges/door';
import { problemResponse } from '@/lib/http/problem-response';
import { listOperations, type Operation } from '@/lib/testing/hostile/operations';
import { buildRequest, changesOf, RUN_ID, sampleRequests, type HostileRequest } from '@/lib/testing/hostile/requests';
import { TEXTS } from '@/lib/testing/hostile/values';
import { postLines } from '@/lib/testing/ingest';
import { useTestDatabase } from '@/lib/testing/test-database';

useTestDatabase();

/** Of the requests with one hostile value each so manieth; those with several beside them; how many they are at least. */
const { singleStep, mixed, atLeast } = inject('isCi')
  ? { singleStep: 4, mixed: 8000, atLeast: 20_000 }
  : { singleStep: 20, mixed: 1600, atLeast: 4000 };
/** Any number; the same one makes the same requests. */
const SEED = 20_261_127;
/** So many that lines share commits, and so few that no search waits in vain for its slot. */
const AT_ONCE = 12;

const operations = listOperations();
const token = buildToken(new Uint8Array(TOKEN_RANDOM_BYTES).fill(7));

beforeAll(async () => {
  const scopes = ['logs:write', 'logs:read', 'admin'];
  await db().accessToken.create({
    data: { id: 'hostile', name: 'hostile', scopes, prefix: 'nrl_', hash: hashToken(token) },
  });
  await postLines(TEXTS.map((text) => ({ run_id: RUN_ID, job_id: 'job', device: text.slice(0, 90), message: text })));
});

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

/** The door's decision, then the route's own handler: all of a request's way but Node's parser and Next's routing. */
async function answer({ method, target, headers, body }: HostileRequest): Promise<Response | null> {
  const given = new Headers({ authorization: `Bearer ${token}`, ...headers });
  const decision = decideAtDoor({ method, target, readHeader: (name) => given.get(name) });
  if (decision.kind === 'refuse') return problemResponse(decision.error);
  if (decision.kind !== 'pass') return null;
  const route = routeOf(decision.path);
  if (!route) return null;
  const handlers = await handlersOf(route.path);
  const hasBody = body !== null && method !== 'GET' && method !== 'HEAD';
  const request = new Request(`http://localhost${decision.path}${decision.search}`, {
    method,
    headers: given,
    ...(hasBody && { body: new Uint8Array(body) }),
  });
  return (handlers[method] ?? handlers.GET)?.(request, { params: Promise.resolve(route.params) }) ?? null;
}

type Handlers = Record<string, Handler | undefined>;
const handlersByPath = new Map<string, Promise<Handlers>>();

function handlersOf(path: string): Promise<Handlers> {
  let handlers = handlersByPath.get(path);
  if (!handlers) {
    const file = fileURLToPath(new URL(`../..${folderOf(path)}/route.ts`, import.meta.url));
    handlers = import(/* @vite-ignore */ file) as Promise<Handlers>;
    handlersByPath.set(path, handlers);
  }
  return handlers;
}

const folderOf = (path: string): string => path.replaceAll('{', '[').replaceAll('}', ']');

function routeOf(path: string): { path: string; params: Record<string, string> } | null {
  const parts = path.split('/');
  const found = operations.find((operation) => fits(operation, parts));
  if (!found?.path.startsWith('/api/v1/')) return null;
  const names = found.path.split('/');
  const pairs = names.flatMap((name, at) =>
    name.startsWith('{') ? [[name.slice(1, -1), decodeURIComponent(parts[at] ?? '')]] : [],
  );
  return { path: found.path, params: Object.fromEntries(pairs) as Record<string, string> };
}

const fits = ({ path }: Operation, parts: readonly string[]): boolean => {
  const names = path.split('/');
  return names.length === parts.length && names.every((name, at) => name.startsWith('{') || name === parts[at]);
};

/** What is wrong with an answer: only a search that takes too long may be the server's to answer for. */
async function faultOf(response: Response): Promise<string | null> {
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('text/event-stream')) {
    await response.body?.cancel();
    return null;
  }
  const text = await response.text();
  if (response.status >= 500 && !text.includes('"search_timeout"')) return `${response.status} ${text.slice(0, 200)}`;
  const isProblem = type.startsWith('application/problem+json');
  // Of lines that were all refused the answer is the usual one.
  const isIngestAnswer = response.status === 422 && text.includes('"rejected"');
  // Refused for want of a slot: the value was not looked at.
  if (response.status === 429) return '429';
  return response.status >= 400 && !isProblem && !isIngestAnswer ? `${response.status} as ${type}` : null;
}

const isRead = ({ method }: HostileRequest): boolean => !['POST', 'PUT', 'PATCH', 'DELETE'].includes(method);

/** Sends the requests and says what is wrong with which. */
async function walk(requests: readonly HostileRequest[]): Promise<{ faults: string[]; answered: number }> {
  const faults: string[] = [];
  let next = 0;
  let answered = 0;
  const work = async () => {
    for (let one = requests[next]; one; one = requests[next]) {
      next += 1;
      const response = await answer(one);
      const fault = response && (await faultOf(response));
      answered += Number(response !== null);
      if (fault) faults.push(`${fault} | ${one.method} ${one.target.slice(0, 150)} ${one.about}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { faults, answered };
}

test('no value of any parameter is answered 500, and every error is a problem document', async () => {
  const singles = operations
    .flatMap((operation) => changesOf(operation).map((change) => ({ operation, change })))
    .filter(({ operation: { path } }) => path.startsWith('/api/v1/'))
    .filter((_, at) => at % singleStep === 1)
    .map(({ operation, change }) => buildRequest(operation, [change]));
  const requests = [...singles, ...sampleRequests(operations, mixed, SEED)];
  // A read of all runs takes the longer the more is stored: what the writes leave is read at the end, once by each operation.
  const reads = requests.filter(isRead);
  const writes = requests.filter((one) => !isRead(one));
  const plainReads = operations.map((operation) => buildRequest(operation, [])).filter(isRead);
  const parts = [await walk(reads), await walk(writes), await walk(plainReads)];
  expect(parts.flatMap(({ faults }) => faults).slice(0, 50)).toEqual([]);
  expect(requests.length).toBeGreaterThanOrEqual(atLeast);
  const answered = parts.reduce((sum, part) => sum + part.answered, 0);
  expect(answered).toBeGreaterThan(requests.length / 2);
});
