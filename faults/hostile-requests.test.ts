import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { listOperations } from '@/lib/testing/hostile/operations';
import { buildRequest, changesOf, RUN_ID, sampleRequests, type HostileRequest } from '@/lib/testing/hostile/requests';
import { TEXTS } from '@/lib/testing/hostile/values';
import { createAdminToken } from '@/lib/testing/real-server/admin-token';
import { ServerProcess } from '@/lib/testing/real-server/server-process';
import { ADMIN_EMAIL, ADMIN_PASSWORD } from '@/lib/testing/real-server/credentials';
import { HttpClient } from '@/lib/testing/real-server/http-client';
import { signInCookie } from '@/lib/testing/real-server/sign-in';
import { postBody } from './sender';

/**
 * What lib and the routes make of each value is walked in app/api/v1/hostile-values.db.test.ts; here it is a part of the
 * requests through Node's parser, the door, Next's routing, and the pages.
 */
const SCALES = {
  whole: { singleStep: 1, mixed: 30_000 },
  ci: { singleStep: 97, mixed: 300 },
  short: { singleStep: 397, mixed: 100 },
} as const;
const scale = inject('faultScale');
/** Of the requests with one hostile value each so manieth; those with several beside them. */
const { singleStep, mixed } = SCALES[scale === 'short' && inject('isCi') ? 'ci' : scale];
/** Any number; the same one makes the same requests. */
const SEED = 20_261_128;
const AT_ONCE = 6;
/** Only ends a request that is never answered. */
const SILENCE_MS = 60_000;
const MIB = 1024 * 1024;
const GROWTH_LIMIT_MIB = 300;

/** What Next tells of a page whose data waited too long for a connection, on a machine that is busy otherwise. */
const NO_CONNECTION =
  /⨯ Error: (?:Connection terminated due to connection timeout|timeout exceeded when trying to connect)\n[\s\S]*?\n\}/g;

let server: ServerProcess;
/** Of requests to the API, and of those of pages. */
let sender: HttpClient;
let reader: HttpClient;
let cookie: string;
beforeAll(async () => {
  server = await ServerProcess.create({ ADMIN_EMAIL, ADMIN_PASSWORD });
  await server.start();
  const token = await createAdminToken(server, ['logs:write', 'logs:read', 'admin']);
  sender = new HttpClient(server.url, token, AT_ONCE);
  reader = new HttpClient(server.url, null, AT_ONCE);
  cookie = await signInCookie(server.url);
  const lines = TEXTS.map((text) => ({ run_id: RUN_ID, job_id: 'job', device: text.slice(0, 90), message: text }));
  expect((await postBody(server.url, JSON.stringify(lines))).stored).toBe(lines.length);
});
afterAll(() => server.remove());

type Answer = { status: number; type: string; text: string };

async function send({ method, target, headers, body }: HostileRequest): Promise<Answer> {
  const isApi = target.startsWith('/api/');
  const parts = {
    headers: { ...(isApi ? {} : { cookie, accept: 'text/html' }), ...headers },
    body: body ?? undefined,
    signal: AbortSignal.timeout(SILENCE_MS),
  };
  const response = await (isApi ? sender : reader).open(method, target, parts);
  const status = response.statusCode ?? 0;
  const type = response.headers['content-type'] ?? '';
  // A tail has no end of its own.
  if (type.startsWith('text/event-stream')) {
    response.destroy();
    return { status, type, text: '' };
  }
  let text = '';
  for await (const part of response.setEncoding('latin1')) text += String(part);
  return { status, type, text };
}

/** What is wrong with an answer: only a search that takes too long may be the server's to answer for. */
function faultOf({ method, target }: HostileRequest, { status, type, text }: Answer): string | null {
  if (status >= 500 && !text.includes('"search_timeout"')) return `${status} ${text.slice(0, 200)}`;
  const isOfPage = !target.startsWith('/api/') && type.startsWith('text/html');
  const isIngestAnswer = status === 422 && text.includes('"rejected"');
  const isTold = method === 'HEAD' || isOfPage || isIngestAnswer || type.startsWith('application/problem+json');
  return status >= 400 && !isTold ? `${status} as ${type}` : null;
}

test('hostile values in all that a request says: no 500, every error is a problem document, the server goes on', async () => {
  const operations = listOperations();
  const singles = operations
    .flatMap((operation) => changesOf(operation).map((change) => ({ operation, change })))
    .filter((_, at) => at % singleStep === 1 % singleStep)
    .map(({ operation, change }) => buildRequest(operation, [change]));
  const requests = [...singles, ...sampleRequests(operations, mixed, SEED)];
  const statuses: Record<number, number> = {};
  const faults: string[] = [];
  const pid = server.pid;
  const before = server.residentBytes();
  let peak = before;
  let next = 0;
  const work = async () => {
    for (let one = requests[next]; one; one = requests[next]) {
      next += 1;
      const answer = await send(one).catch((error: unknown) => ({ status: 599, type: '', text: String(error) }));
      const fault = faultOf(one, answer);
      if (fault) faults.push(`${fault} | ${one.method} ${one.target.slice(0, 150)} ${one.about}`);
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      if (next % 100 === 0) peak = Math.max(peak, server.residentBytes());
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const grownMib = Math.round((peak - before) / MIB);
  console.log(JSON.stringify({ fault: 'hostile requests', sent: requests.length, statuses, grownMib }));
  expect(faults.slice(0, 50)).toEqual([]);
  expect(server.pid).toBe(pid);
  expect(await server.isReady()).toBe(true);
  // Neither an error of ours nor a stack of Next's, which would be past our redaction.
  expect(server.output.replaceAll(NO_CONNECTION, '')).not.toMatch(/\[error\]|⨯|^\s+at /m);
  expect(grownMib).toBeLessThan(GROWTH_LIMIT_MIB);
});
