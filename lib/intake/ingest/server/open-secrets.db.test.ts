import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import {
  buildOrdinaryScenarios,
  buildScenarios,
  holdsPart,
  type Scenario,
} from '@/lib/redaction/testing/record-scenarios';
import { postLines } from '@/lib/testing/ingest';
import { useTestDatabase } from '@/lib/testing/test-database';

useTestDatabase();

/** Of what a process keeps (lib/process-state.ts) that by which it knows runs and senders. */
const KEPT = ['ingest', 'knownRuns', 'commitQueue'].map((name) => Symbol.for(`netraven.${name}`));
let forgotten = 0;

/** Clears the process's caches, as in a new process or another server on the same database. */
function becomeAnotherServer(): void {
  for (const key of KEPT) {
    if (Reflect.get(globalThis, key) !== undefined) forgotten += 1;
    Reflect.deleteProperty(globalThis, key);
  }
}

async function send({ batches, isRestarted }: Scenario, runId: string): Promise<void> {
  for (const records of batches) {
    if (isRestarted) becomeAnotherServer();
    await postLines(records.map((record) => ({ ...record, run_id: runId, job_id: 'scenarios' })));
  }
}

const storedMessages = async (runId: string): Promise<string[]> => {
  const chunks = await db().logChunk.findMany({ where: { runId }, orderBy: { firstSeq: 'asc' } });
  return chunks.flatMap(({ message }) => message);
};

/** Everything that the database holds of a run, as text. */
async function storedText(runId: string): Promise<string> {
  const rows = await db().$queryRaw<{ text: string }[]>`
    SELECT row_to_json(c)::text AS text FROM log_chunk c WHERE run_id = ${runId}
    UNION ALL SELECT row_to_json(r)::text FROM run r WHERE id = ${runId}
    UNION ALL SELECT row_to_json(d)::text FROM run_device d WHERE run_id = ${runId}`;
  return rows.map(({ text }) => text).join('\n');
}

const SENDERS = 16;

async function inParallel<T>(list: readonly T[], work: (one: T, n: number) => Promise<void>): Promise<void> {
  const left = [...list.entries()];
  const sender = async () => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) await work(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
}

/** A part that meets every form and every way to send it, in a bearable time. */
const someOf = <T>(list: readonly T[], step: number): T[] => list.filter((_, n) => n % step === 0);

test('no part of a secret that goes over records, batches and servers is stored', async () => {
  const scenarios = someOf(buildScenarios(2), 13);
  const leaking: string[] = [];
  await inParallel(scenarios, async (scenario, n) => {
    await send(scenario, `secret-${n}`);
    if (holdsPart([await storedText(`secret-${n}`)], scenario.secrets)) leaking.push(scenario.name);
  });
  expect(scenarios.length).toBeGreaterThan(200);
  expect(forgotten, 'what restarts cleared').toBeGreaterThan(100);
  expect(leaking).toEqual([]);
});

test('ordinary records stay as they are behind what opened and did not go on', async () => {
  const scenarios = someOf(buildOrdinaryScenarios(2), 61);
  const changed: string[] = [];
  await inParallel(scenarios, async (scenario, n) => {
    await send(scenario, `ordinary-${n}`);
    const stored = new Set(await storedMessages(`ordinary-${n}`));
    changed.push(...scenario.ordinary.map(({ message }) => message).filter((message) => !stored.has(message)));
  });
  expect(scenarios.length).toBeGreaterThan(100);
  expect(changed).toEqual([]);
});

const KEY_LINE = 'MIIEpAIBAAKCAQEAx3fT0LIWEWgSoIeT2k7u8mQ4n5sV1r9ZpXcBvNmAsDfGhJkL';

test('an open secret is stored by kind and counters, and removed when it ends', async () => {
  const record = (message: string) => ({ message, run_id: 'kept', device: 'fra-sw-12', component: 'netmiko' });
  const kept = async () => (await db().run.findUniqueOrThrow({ where: { id: 'kept' } })).openSecrets;
  await postLines([record('connected')]);
  expect(await kept()).toBeNull();
  await postLines([record('-----BEGIN RSA PRIVATE KEY-----'), record(KEY_LINE)]);
  expect(await kept()).toEqual([
    {
      component: 'netmiko',
      device: 'fra-sw-12',
      sinceMs: expect.any(Number) as number,
      secret: { kind: 'key', isHex: false, left: 399, strays: 0 },
    },
  ]);
  await postLines([record('-----END RSA PRIVATE KEY-----')]);
  expect(await kept()).toBeNull();
});

test('batches that arrive at the same time are read in the order in which they are stored', async () => {
  const record = (message: string) => ({ message, run_id: 'at-once', device: 'fra-sw-12', component: 'netmiko' });
  await postLines([record('-----BEGIN RSA PRIVATE KEY-----')]);
  const senders = Array.from({ length: 8 }, async () => {
    becomeAnotherServer();
    await postLines([record(KEY_LINE), record('nothing to store')]);
  });
  await Promise.all(senders);
  const stored = await storedMessages('at-once');
  expect(stored.filter((message) => message === '[REDACTED:private-key]')).toHaveLength(8);
  expect(stored.filter((message) => message === 'nothing to store')).toHaveLength(8);
});

test('a form that another version stored opens nothing and stops nothing', async () => {
  const record = (message: string) => ({ message, run_id: 'unknown', device: 'fra-sw-12' });
  await postLines([record('connected')]);
  await db().run.update({ where: { id: 'unknown' }, data: { openSecrets: [{ kind: 'of the future' }] } });
  await postLines([record('done')]);
  expect(await storedMessages('unknown')).toEqual(['connected', 'done']);
  expect((await db().run.findUniqueOrThrow({ where: { id: 'unknown' } })).openSecrets).toBeNull();
});
