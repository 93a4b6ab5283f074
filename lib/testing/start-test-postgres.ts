import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { connectionUrl } from '@/lib/db/embedded-postgres/cluster';
import { openCluster } from '@/lib/db/embedded-postgres/open-cluster';
import { startServer } from '@/lib/db/embedded-postgres/start-server';
import { stopServer, stopServerSync } from '@/lib/db/embedded-postgres/stop-server';
import { migrate } from '@/lib/db/migrate';
import { env } from '@/lib/env';
import { findOutsidePostgres } from '@/scripts/find-outside-postgres.mjs';
import { startScratchPostgres } from './start-scratch-postgres';
import { withDatabaseName } from './test-database-url';

declare module 'vitest' {
  interface ProvidedContext {
    /** The migrated database that test databases are cloned from. */
    templateUrl: string;
  }
}

type TestServer = { url: string; stop: () => Promise<void> };

/** vitest's global set-up: one server and one migrated template database for all database tests of a run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await (project.name === 'db-outside' ? startOutside() : startConfigured());
  const template = `netraven_template_${randomUUID().slice(0, 8)}`;
  await runSql(server.url, `CREATE DATABASE ${template}`);
  const templateUrl = withDatabaseName(server.url, template);
  const client = new Client({ connectionString: templateUrl });
  await client.connect();
  await migrate(client, path.resolve('prisma/migrations'));
  await client.end();
  project.provide('templateUrl', templateUrl);
  return async () => {
    await runSql(server.url, `DROP DATABASE ${template} WITH (FORCE)`);
    await server.stop();
  };
}

function startConfigured(): Promise<TestServer> {
  const url = env().TEST_DATABASE_URL;
  return url ? Promise.resolve({ url, stop: async () => {} }) : startEmbedded();
}

async function startOutside(): Promise<TestServer> {
  const binDir = findOutsidePostgres();
  if (!binDir) throw new Error('no outside PostgreSQL was found: install postgresql, or set OUTSIDE_POSTGRES_BIN');
  const server = await startScratchPostgres(binDir);
  return { url: withDatabaseName(server.url, 'postgres'), stop: server.remove };
}

async function startEmbedded(): Promise<TestServer> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'netraven-test-'));
  await chmod(dir, 0o711); // the database's user must pass through when the tests run as root
  const cluster = await openCluster(dir);
  const { port } = await startServer(cluster, { settings: { fsync: 'off', synchronous_commit: 'off' } });
  process.on('exit', () => stopServerSync(cluster)); // an interrupted run skips the teardown
  return {
    url: connectionUrl(cluster.password, port, 'postgres'),
    stop: async () => {
      await stopServer(cluster, 10);
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function runSql(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}
