import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { expect, inject, test } from 'vitest';
import { withDatabaseName } from '@/lib/testing/test-database-url';
import { migrate } from './migrate';

const MIGRATION = '20261127100000_runs_of_jobs';
const NAME = 'netraven_migrate_runs_of_jobs';

test('earlier runs keep their addresses; a start after the last sign of life is corrected, with its rolled-up counters', async () => {
  const before = mkdtempSync(path.join(os.tmpdir(), 'migrations-'));
  for (const name of readdirSync('prisma/migrations').filter((each) => each < MIGRATION)) {
    cpSync(path.join('prisma/migrations', name), path.join(before, name), { recursive: true });
  }
  const admin = new Client({ connectionString: withDatabaseName(inject('templateUrl'), 'postgres') });
  await admin.connect();
  await admin.query(`DROP DATABASE IF EXISTS ${NAME}`);
  await admin.query(`CREATE DATABASE ${NAME} TEMPLATE template0`);
  const client = new Client({ connectionString: withDatabaseName(inject('templateUrl'), NAME) });
  await client.connect();
  await migrate(client, before);
  await client.query(`
    INSERT INTO job (id, name, type) VALUES ('j', 'J', 't');
    INSERT INTO run (id, job_id, number, status, is_implicit, started_at, created_at, last_received_at, rolled_day) VALUES
      ('future', 'j', 1, 'succeeded', false, '2099-01-01Z', '2026-05-01Z', '2026-05-01 01:00Z', '2099-01-01'),
      ('past', 'j', 2, 'succeeded', false, '2026-05-01Z', '2026-05-01Z', '2026-05-01 01:00Z', '2026-05-01'),
      ('implicit', 'j', 3, 'running', true, '2026-05-01Z', '2026-05-01Z', '2026-05-01 01:00Z', NULL);
    INSERT INTO run_device (run_id, device, status, level_counts, rolled_level_counts) VALUES
      ('future', 'd', 'succeeded', '{0,5,0,0,0}', '{0,5,0,0,0}'), ('past', 'd', 'succeeded', '{0,2,0,1,0}', '{0,2,0,1,0}');
    INSERT INTO device_day_count (day, device, job_id, level_counts) VALUES
      ('2099-01-01', 'd', 'j', '{0,5,0,0,0}'), ('2026-05-01', 'd', 'j', '{0,2,0,1,0}')`);
  await migrate(client, 'prisma/migrations');
  const runs = await client.query(
    `SELECT id, sender_run_id AS sender, is_start_given AS given, (started_at AT TIME ZONE 'UTC')::date::text AS day, rolled_day::text AS rolled FROM run ORDER BY id`,
  );
  const days = await client.query(`SELECT day::text, level_counts::text AS counts FROM device_day_count ORDER BY day`);
  await client.end();
  await admin.query(`DROP DATABASE ${NAME}`);
  await admin.end();
  rmSync(before, { recursive: true });
  expect(runs.rows).toEqual([
    { id: 'future', sender: 'future', given: true, day: '2026-05-01', rolled: '2026-05-01' },
    { id: 'implicit', sender: null, given: false, day: '2026-05-01', rolled: null },
    { id: 'past', sender: 'past', given: true, day: '2026-05-01', rolled: '2026-05-01' },
  ]);
  expect(days.rows).toEqual([
    { day: '2026-05-01', counts: '{0,7,0,1,0}' },
    { day: '2099-01-01', counts: '{0,0,0,0,0}' },
  ]);
});
