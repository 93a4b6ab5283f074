import { Client } from 'pg';
import { INGEST_TOKEN } from '../lib/testing/real-server/credentials';
import { pause, type ServerProcess } from '../lib/testing/real-server/server-process';
import { HttpClient } from '../lib/testing/real-server/http-client';
import { runPooled } from '../simulator/run-pooled';
import { plain, type Figure } from './figure';
import { deviceName, ndjsonLine } from './lines';

/** A month of a network: 600 devices, 20 jobs, runs of 20 devices and 1,000 lines, one after the other. */
export const FLEET_FROM_MS = Date.UTC(2026, 9, 20);
export const FLEET_DAYS = 30;
export const LINES_PER_RUN = 1000;
const DEVICES = 600;
const DEVICES_PER_RUN = 20;
const JOBS = 20;
/** A run takes five minutes. */
const STEP_MS = 300;
const SENDERS = 4;
const RUNS_PER_BATCH = 2;
const SEAL_LIMIT_MS = 1_800_000;

export const fleetRunId = (run: number): string => `fleet-${run}`;
export const fleetJobId = (run: number): string => `fleet-job-${run % JOBS}`;
export const fleetDevice = (n: number): string => `${deviceName(n)}-${n % DEVICES}`;
export const fleetStartMs = (run: number, runCount: number): number =>
  FLEET_FROM_MS + Math.floor((run * FLEET_DAYS * 86_400_000) / runCount);

function runLines(run: number, runCount: number): string {
  const startMs = fleetStartMs(run, runCount);
  return Array.from({ length: LINES_PER_RUN }, (_, lineOfRun) =>
    ndjsonLine(run * LINES_PER_RUN + lineOfRun, {
      runId: fleetRunId(run),
      jobId: fleetJobId(run),
      startMs,
      lineOfRun,
      stepMs: STEP_MS,
      device: fleetDevice((run * 7 + Math.floor((lineOfRun * DEVICES_PER_RUN) / LINES_PER_RUN) * 29) % DEVICES),
    }),
  ).join('\n');
}

/** Sends the month, oldest run first, ends every run, and waits until all are sealed. */
export async function loadFleet(server: ServerProcess, runCount: number): Promise<Figure[]> {
  const client = new HttpClient(server.url, INGEST_TOKEN, SENDERS);
  const startedAt = performance.now();
  await runPooled(Array(runCount / RUNS_PER_BATCH).keys(), SENDERS, async (batch) => {
    const runs = Array.from({ length: RUNS_PER_BATCH }, (_, index) => batch * RUNS_PER_BATCH + index);
    const lines = runs.map((run) => runLines(run, runCount)).join('\n');
    const { status, text } = await client.send('POST', '/api/v1/logs', { body: lines });
    if (status !== 200) throw new Error(`batch ${batch}: ${status} ${text.slice(0, 200)}`);
    for (const run of runs) {
      await client.sendJson('PATCH', `/api/v1/runs/${fleetRunId(run)}`, { status: 'succeeded' });
    }
  });
  const loadMs = performance.now() - startedAt;
  client.close();
  await untilSealed(server);
  const sealMs = performance.now() - startedAt - loadMs;
  return [
    plain(
      `ingest of ${runCount} runs of ${LINES_PER_RUN} lines, each ended`,
      (runCount * LINES_PER_RUN * 1000) / loadMs,
      'lines/s',
    ),
    plain('from the last line until all runs are sealed', sealMs / 1000, 's'),
  ];
}

/** Waits until the server has sealed every run that it has. */
export async function untilSealed(server: ServerProcess): Promise<void> {
  const client = new Client({ connectionString: server.databaseUrl() });
  await client.connect();
  const startedAt = performance.now();
  for (;;) {
    const { rows } = await client.query<{ open: number }>(
      'SELECT count(*)::int AS open FROM run WHERE sealed_at IS NULL',
    );
    if (rows[0]?.open === 0) break;
    if (performance.now() - startedAt > SEAL_LIMIT_MS) throw new Error(`${rows[0]?.open} runs were not sealed in time`);
    await pause(500);
  }
  await client.end();
}
