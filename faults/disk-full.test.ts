import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { createAdminToken } from '@/lib/testing/real-server/admin-token';
import { withDatabase } from '@/lib/testing/real-server/with-database';
import { INGEST_TOKEN } from '@/lib/testing/real-server/credentials';
import { pause, ServerProcess } from '@/lib/testing/real-server/server-process';
import { HttpClient } from '@/lib/testing/real-server/http-client';
import { compareLedger, Ledger } from './ledger';
import { readAnswer, readMessages } from './read-run';
import { postBody, type Answer } from './sender';
import { canMount, listDisks, mountSmallDisk } from './small-disk';

const ROUNDS = inject('faultScale') === 'whole' ? 3 : 1;
const DISK_MIB = 512;
const SMALL_DISK_MIB = 200;
const MIB = 1024 * 1024;
const RUN = 'disk full';

let server: ServerProcess;
let disk: string;

const usedShare = (): number => {
  const { blocks, bfree, bavail } = statfsSync(disk);
  return (blocks - bfree) / (blocks - bfree + bavail);
};

/** Below this nothing is written, on a disk of any size (lib/db/disk-space.ts). */
const LEAST_FREE_BYTES = 64 * MIB;
const isDiskFull = (): boolean => {
  const { bavail, bsize } = statfsSync(disk);
  return bavail * bsize < LEAST_FREE_BYTES;
};

/**
 * A batch of about 300 kB that compression hardly makes smaller, under a key of its own. Hexadecimal: of 35,000 lines of
 * base64 one looked like a credential, was redacted, and so was no line that the ledger knows.
 */
async function sendBatch(ledger: Ledger, key: string, runId = RUN): Promise<Answer> {
  const messages = Array.from({ length: 200 }, (_, n) => `${key} ${n} ${randomBytes(750).toString('hex')}`);
  const body = messages.map((message) => JSON.stringify({ run_id: runId, job_id: 'faults', message })).join('\n');
  const { answer } = await postBody(server.url, body, { 'idempotency-key': key });
  if (answer.status === 200) ledger.acknowledge(key, messages);
  return answer;
}

/** Senders at full speed until one is refused, though the log has been emptied; the answer that refused. */
async function fill(ledger: Ledger, round: number): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    let isFull = false;
    const send = async (sender: number) => {
      for (let batch = 0; !isFull; batch += 1) {
        const key = `round ${round} attempt ${attempt} sender ${sender} batch ${batch}`;
        isFull ||= (await sendBatch(ledger, key)).status !== 200;
      }
    };
    await Promise.all([0, 1, 2, 3].map(send));
    await emptyLog();
    // What the server saw of the disk before the log was emptied counts for a moment longer.
    if (!isDiskFull()) continue;
    const last = await sendBatch(ledger, `round ${round} attempt ${attempt} last`);
    if (last.status !== 200) return last;
  }
}

const emptyLog = () => withDatabase(server, (client) => client.query('CHECKPOINT'));

test('a full disk: writing is refused before PostgreSQL panics, reading goes on, writing resumes by itself', async () => {
  if (!canMount) {
    console.warn('A full disk was NOT tried: that takes Linux and root, to mount a small tmpfs.');
    expect(inject('isCi')).toBe(false);
    return;
  }
  await startOnDisk(DISK_MIB);
  const databasePid = server.databasePid();
  const ledger = new Ledger();
  await sendBatch(ledger, 'first');
  for (let round = 1; round <= ROUNDS; round += 1) {
    const ballast = path.join(disk, 'ballast');
    writeFileSync(ballast, Buffer.alloc(Math.max(0, Math.floor((0.8 - usedShare()) * DISK_MIB)) * MIB));
    const refusal = await fill(ledger, round);
    const fullShare = usedShare();
    expect(refusal).toMatchObject({ status: 503, code: 'disk_full', retryAfter: '10' });
    expect(await refusedRun()).toBe('disk_full');
    const ready = await readAnswer(server.url, '/api/health/ready');
    expect([ready.status, (ready.body as { status: string }).status]).toEqual([200, 'disk_full']);
    const result = compareLedger(ledger, await readMessages(server.url, RUN));
    expect(result).toMatchObject({ lost: 0, doubled: 0, outOfOrder: 0, unasked: 0 });
    rmSync(ballast);
    const freedAt = performance.now();
    while ((await sendBatch(ledger, `resumed ${round}`)).status !== 200) await pause(50);
    const resumedMs = Math.round(performance.now() - freedAt);
    console.log(JSON.stringify({ fault: 'disk full', ...result, fullPercent: Math.round(fullShare * 100), resumedMs }));
    expect(fullShare).toBeLessThan(0.98);
  }
  // It never panicked, so it is still the same process.
  expect(server.databasePid()).toBe(databasePid);
  expect(server.output).not.toContain('The database process has gone');
});

test('a small disk full of four runs: three are deleted, and their space is the file system’s again', async () => {
  if (!canMount) {
    expect(inject('isCi')).toBe(false);
    return;
  }
  await startOnDisk(SMALL_DISK_MIB);
  const databasePid = server.databasePid();
  const ledgers = new Map(['one', 'two', 'three', 'four'].map((runId) => [runId, new Ledger()]));
  const admin = new HttpClient(server.url, await createAdminToken(server));
  let refusal: Answer | undefined;
  for (let batch = 0; !refusal; batch += 1) {
    for (const [runId, ledger] of ledgers) {
      const answer = await sendBatch(ledger, `${runId} ${batch}`, runId);
      if (answer.status !== 200) refusal = answer;
    }
    if (refusal) await emptyLog();
    if (refusal && (await sendBatch(new Ledger(), `more ${batch}`, 'one')).status === 200) refusal = undefined;
  }
  expect(refusal).toMatchObject({ status: 503, code: 'disk_full' });
  const fullPercent = Math.round(usedShare() * 100);
  const deleted = await admin.sendJson('DELETE', '/api/v1/runs', { runIds: ['one', 'two', 'three'] });
  expect(deleted).toMatchObject({ deleted: 3 });
  const left = ledgers.get('four') ?? new Ledger();
  let tries = 0;
  while ((await sendBatch(left, `resumed ${tries}`, 'four')).status !== 200) {
    tries += 1;
    await pause(50);
  }
  const freedPercent = Math.round(usedShare() * 100);
  const walMib = await withDatabase(server, async (client) => {
    const { rows } = await client.query<{ mib: number }>(
      'SELECT sum(size)::float8 / 1048576 AS mib FROM pg_ls_waldir()',
    );
    return Math.round(rows[0]?.mib ?? 0);
  });
  const result = compareLedger(left, await readMessages(server.url, 'four'));
  console.log(JSON.stringify({ fault: 'small disk full', ...result, fullPercent, freedPercent, walMib }));
  expect(result).toMatchObject({ lost: 0, doubled: 0, outOfOrder: 0, unasked: 0 });
  expect(server.databasePid()).toBe(databasePid);
});

test('a disk that a killed run left mounted is taken away by the next one', () => {
  if (!canMount) return;
  const left = mountSmallDisk(1, spawnSync('true').pid);
  const disks = [mountSmallDisk(1), mountSmallDisk(1)];
  const mounted = listDisks().map((one) => one.path);
  for (const one of disks) one.remove();
  expect(mounted).toEqual(expect.arrayContaining(disks.map((one) => one.path)));
  expect(mounted).not.toContain(left.path);
  expect(existsSync(path.dirname(left.path))).toBe(false);
});

async function startOnDisk(sizeMib: number): Promise<void> {
  const mounted = mountSmallDisk(sizeMib);
  onTestFinished(mounted.remove);
  disk = mounted.path;
  server = await ServerProcess.create({}, { folder: disk });
  onTestFinished(async () => {
    execFileSync('tail', ['-40', server.databaseLogFile], { stdio: 'inherit' });
    if (server.isRunning) await server.end('SIGTERM');
  });
  await server.start();
}

/** The problem that opening a run meets. */
async function refusedRun(): Promise<string | undefined> {
  const headers = { 'content-type': 'application/json' };
  const client = new HttpClient(server.url, INGEST_TOKEN);
  const { text } = await client.send('POST', '/api/v1/runs', { headers, body: JSON.stringify({ jobId: 'faults' }) });
  return (JSON.parse(text) as { code?: string }).code;
}
