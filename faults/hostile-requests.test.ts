import { Agent, request } from 'node:http';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { listOperations } from '@/lib/testing/hostile/operations';
import { buildRequest, changesOf, RUN_ID, sampleRequests, type HostileRequest } from '@/lib/testing/hostile/requests';
import { TEXTS } from '@/lib/testing/hostile/values';
import { createAdminToken } from './admin-token';
import { postBody } from './sender';
import { ServerProcess } from './server-process';
import { signIn } from './sign-in';

/**
 * What lib and the routes make of each value is walked in app/api/v1/hostile-values.db.test.ts; here it is a part of the
 * requests through Node's parser, the door, Next's routing, and the pages.
 */
const isWhole = inject('faultScale') === 'whole';
/** Of the requests with one hostile value each so manieth; those with several beside them. */
const SINGLE_STEP = isWhole ? 1 : 97;
const MIXED = isWhole ? 30_000 : 300;
/** Any number; the same one makes the same requests. */
const SEED = 20_261_128;
const AT_ONCE = 6;
/** Only ends a request that is never answered. */
const SILENCE_MS = 60_000;
const MIB = 1024 * 1024;
const GROWTH_LIMIT_MIB = 300;
const ADMIN = { email: 'admin@example.com', password: 'hostile requests' };

/** What Next tells of a page whose data waited too long for a connection, on a machine that is busy otherwise. */
const NO_CONNECTION =
  /⨯ Error: (?:Connection terminated due to connection timeout|timeout exceeded when trying to connect)\n[\s\S]*?\n\}/g;

let server: ServerProcess;
let token: string;
let cookie: string;
beforeAll(async () => {
  server = await ServerProcess.create({ ADMIN_EMAIL: ADMIN.email, ADMIN_PASSWORD: ADMIN.password });
  await server.start();
  token = await createAdminToken(server, ['logs:write', 'logs:read', 'admin']);
  cookie = await signIn(server.url, ADMIN);
  const lines = TEXTS.map((text) => ({ run_id: RUN_ID, job_id: 'job', device: text.slice(0, 90), message: text }));
  expect((await postBody(server.url, JSON.stringify(lines))).stored).toBe(lines.length);
});
afterAll(() => server.remove());

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

type Answer = { status: number; type: string; text: string };

function send({ method, target, headers, body }: HostileRequest): Promise<Answer> {
  const who = target.startsWith('/api/') ? { authorization: `Bearer ${token}` } : { cookie, accept: 'text/html' };
  const length = body ? { 'content-length': String(body.length) } : {};
  return new Promise((resolve, reject) => {
    const options = { method, path: target, agent, headers: { ...who, ...length, ...headers } };
    const sending = request(server.url, options, (response) => {
      const type = response.headers['content-type'] ?? '';
      const parts: Buffer[] = [];
      const done = () =>
        resolve({ status: response.statusCode ?? 0, type, text: Buffer.concat(parts).toString('latin1') });
      // A tail has no end of its own.
      if (type.startsWith('text/event-stream')) {
        done();
        response.destroy();
        return;
      }
      response
        .on('data', (part: Buffer) => parts.push(part))
        .on('end', done)
        .on('error', reject);
    });
    sending.on('error', reject).setTimeout(SILENCE_MS, () => sending.destroy(new Error('no answer')));
    sending.end(body ?? undefined);
  });
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
    .filter((_, at) => at % SINGLE_STEP === 1 % SINGLE_STEP)
    .map(({ operation, change }) => buildRequest(operation, [change]));
  const requests = [...singles, ...sampleRequests(operations, MIXED, SEED)];
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
