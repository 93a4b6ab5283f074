import { Client } from 'pg';
import { pause, type ServerProcess } from '../lib/testing/real-server/server-process';
import { INGEST_TOKEN } from '../lib/testing/real-server/credentials';
import { HttpClient } from '../lib/testing/real-server/http-client';
import { runPooled } from '../simulator/run-pooled';
import { benchCopy } from './copy-baseline';
import { atLeast, atMost, percentile, plain, type Figure } from './figure';
import { ndjsonLine } from './lines';

const BATCH_LINES = 2000;
/** As many senders as there are writers on the server; more only wait. */
const SENDERS = 4;
const SINGLE_CONNECTIONS = 64;
const SINGLE_SECONDS = 10;
const START_MS = Date.UTC(2026, 10, 1);

export const BIG_RUN = 'bench-big';

function buildBodies(lineCount: number): Buffer[] {
  const run = { runId: BIG_RUN, jobId: 'bench', startMs: START_MS };
  return Array.from({ length: lineCount / BATCH_LINES }, (_, batch) => {
    const lines = Array.from({ length: BATCH_LINES }, (_line, i) => {
      const n = batch * BATCH_LINES + i;
      return ndjsonLine(n, { ...run, lineOfRun: n });
    });
    return Buffer.from(`${lines.join('\n')}\n`);
  });
}

/** One run of `lineCount` lines in batches, and the same lines by COPY for comparison. */
export async function benchBatches(server: ServerProcess, lineCount: number): Promise<Figure[]> {
  const bodies = buildBodies(lineCount);
  const bytes = bodies.reduce((sum, body) => sum + body.length, 0);
  const copyRate = await benchCopy(server.databaseUrl(), bodies, lineCount);
  const client = new HttpClient(server.url, INGEST_TOKEN, SENDERS);
  const startedAt = performance.now();
  await runPooled(bodies.entries(), SENDERS, async ([index, body]) => {
    const { status, text } = await client.send('POST', '/api/v1/logs', { body });
    if (status !== 200 || !text.includes(`"accepted":${BATCH_LINES}`)) {
      throw new Error(`batch ${index}: ${status} ${text.slice(0, 200)}`);
    }
  });
  const rate = (lineCount / (performance.now() - startedAt)) * 1000;
  await client.sendJson('PATCH', `/api/v1/runs/${BIG_RUN}`, { status: 'succeeded', declaredLineCount: lineCount });
  client.close();
  return [
    plain('raw line', bytes / lineCount, 'bytes'),
    plain('COPY of the same lines, no index', copyRate, 'lines/s'),
    atLeast(`batch ingest, ${lineCount} lines, ${BATCH_LINES} a batch`, rate, { min: 60_000, unit: 'lines/s' }),
    plain('batch ingest as a part of COPY', rate / copyRate, 'ratio'),
  ];
}

/** One line a request, as today's Gateway sends. */
export async function benchSingles(server: ServerProcess): Promise<Figure[]> {
  const client = new HttpClient(server.url, INGEST_TOKEN, SINGLE_CONNECTIONS);
  const times: number[] = [];
  const startedAt = performance.now();
  await runPooled(numbersFor(SINGLE_SECONDS * 1000), SINGLE_CONNECTIONS, async (n) => {
    const lineOfRun = Math.floor(n / 20);
    const body = ndjsonLine(n, { runId: `single-${n % 20}`, jobId: 'single', startMs: START_MS, lineOfRun });
    const { status, ms } = await client.send('POST', '/api/v1/logs', { body });
    if (status !== 200) throw new Error(`single line: ${status}`);
    times.push(ms);
  });
  const rate = (times.length / (performance.now() - startedAt)) * 1000;
  await pause(1000);
  client.close();
  return [
    atLeast(`one line a request, ${SINGLE_CONNECTIONS} connections`, rate, { min: 1000, unit: 'requests/s' }),
    atMost('one line a request, p99', percentile(times, 99), { max: 150, unit: 'ms' }),
  ];
}

/** 1, 2, 3 … for so many milliseconds. */
function* numbersFor(ms: number): Generator<number> {
  const startedAt = performance.now();
  for (let n = 1; performance.now() - startedAt < ms; n += 1) yield n;
}

const LINE_TABLES = ['log_chunk', 'line_count', 'run_device', 'run'];
const SEAL_LIMIT_MS = 180_000;

/** Waits until the big run is sealed, then what all tables and indexes of lines take. */
export async function benchSize(server: ServerProcess): Promise<Figure[]> {
  const client = new Client({ connectionString: server.databaseUrl() });
  await client.connect();
  const startedAt = performance.now();
  for (;;) {
    const { rows } = await client.query<{ sealed: boolean }>(
      'SELECT sealed_at IS NOT NULL AS sealed FROM run WHERE id = $1',
      [BIG_RUN],
    );
    if (rows[0]?.sealed) break;
    if (performance.now() - startedAt > SEAL_LIMIT_MS) throw new Error('the run was not sealed in time');
    await pause(500);
  }
  const { rows } = await client.query<{ bytes: number; lines: number }>(
    `SELECT (SELECT sum(pg_total_relation_size(name::regclass)) FROM unnest($1::text[]) AS name)::float8 AS bytes,
            (SELECT sum(last_seq) FROM run)::float8 AS lines`,
    [LINE_TABLES],
  );
  await client.end();
  const { bytes = 0, lines = 1 } = rows[0] ?? {};
  return [atMost('bytes a line on disk, all indexes, sealed', bytes / lines, { max: 100, unit: 'bytes' })];
}
