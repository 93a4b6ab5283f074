import type { Client } from 'pg';
import { READ_TOKEN } from '../lib/testing/real-server/credentials';
import type { ServerProcess } from '../lib/testing/real-server/server-process';
import { HttpClient } from '../lib/testing/real-server/http-client';
import { withDatabase } from '../lib/testing/real-server/with-database';
import { atMost, percentile, type Figure } from './figure';

/** A quarter of a network: 40 jobs every 4.3 hours, of 125 devices each but one, which has all 5,000. */
const JOBS = 40;
const RUNS = 20_000;
const DAYS = 90;
const ALL_DEVICES = 5000;
const DEVICES = 125;
const TRIES = 60;

/** Every tenth run failed with a tenth of its devices. What came before the last failures is not read, and has no devices. */
async function seed(client: Client): Promise<void> {
  await client.query(
    `INSERT INTO job (id, name, type) SELECT 'job-' || n, 'Job ' || n, 'type ' || n % 4 FROM generate_series(0, ${JOBS - 1}) AS n`,
  );
  await client.query(`
    INSERT INTO run (id, job_id, number, status, trigger, gateway, started_at, finished_at, last_seq, device_counts)
    SELECT 'run-' || n, 'job-' || n % ${JOBS}, n / ${JOBS} + 1, CASE WHEN n / ${JOBS} % 10 = 9 THEN 'failed' ELSE 'succeeded' END,
           'schedule', 'gateway-' || n % 3, t, t + interval '90 seconds' * (1 + n % 7), 1000,
           CASE WHEN n / ${JOBS} % 10 = 9 THEN ARRAY[0, 0, 100, 0, 0, 25, 0, 0, 0] ELSE ARRAY[0, 0, 125, 0, 0, 0, 0, 0, 0] END
    FROM generate_series(0, ${RUNS - 1}) AS n,
         LATERAL (SELECT now() - interval '${DAYS} days' * (1 - n::float8 / ${RUNS}) AS t) AS at`);
  await client.query(`
    INSERT INTO run_device (run_id, device, status, cause)
    SELECT r.id, 'device-' || d, CASE WHEN d % 10 = 0 THEN 'failed' ELSE 'succeeded' END,
           CASE WHEN d % 10 = 0 THEN 'no route to host 192.0.2.' || d % 250 END
    FROM run r CROSS JOIN LATERAL
         generate_series(1, CASE WHEN r.job_id = 'job-0' THEN ${ALL_DEVICES} ELSE ${DEVICES} END) AS d
    WHERE r.status = 'failed' AND r.number > ${RUNS / JOBS - 20}`);
  await client.query('ANALYZE run, run_device, job');
}

/** The page of jobs: its first answer of all, which learns schedules and causes, and those that follow. */
export async function benchJobs(server: ServerProcess): Promise<Figure[]> {
  await withDatabase(server, seed);
  const client = new HttpClient(server.url, READ_TOKEN, 1);
  const times: number[] = [];
  for (let n = 0; n <= TRIES; n += 1) {
    const { status, ms, text } = await client.send('GET', '/api/v1/jobs?limit=200');
    const { jobs = [] } = JSON.parse(text) as { jobs?: { schedule: unknown }[] };
    if (status !== 200 || jobs.length !== JOBS || jobs.some(({ schedule }) => schedule === null)) {
      throw new Error(`jobs: ${status} ${text.slice(0, 300)}`);
    }
    times.push(ms);
  }
  client.close();
  const [first = 0, ...later] = times;
  const of = `${RUNS} runs of ${JOBS} jobs: the page of jobs`;
  return [
    atMost(`${of}, first answer after a start`, first, { max: 1000, unit: 'ms' }),
    atMost(`${of}, p95`, percentile(later, 95), { max: 100, unit: 'ms' }),
  ];
}
