import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { PATIENCE } from '@/lib/testing/patience';
import { openCluster } from './open-cluster';
import { SetupError } from './setup-error';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './start-embedded-postgres';
import { startServer } from './start-server';

let dir: string;
let running: EmbeddedPostgres | undefined;
const inCluster = (name: string) => path.join(dir, 'postgres/cluster', name);

beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'netraven-embedded-'));
  await chmod(dir, 0o711);
  vi.spyOn(console, 'error').mockImplementation(() => {}); // supervision reports what these tests break on purpose
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
});
afterAll(async () => {
  vi.restoreAllMocks();
  await rm(dir, { recursive: true });
});

async function start(): Promise<EmbeddedPostgres> {
  running = await startEmbeddedPostgres(dir);
  return running;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('startEmbeddedPostgres', () => {
  it('creates a private cluster at the first start and keeps its data', async () => {
    const { url, isAdopted } = await start();
    expect(isAdopted).toBe(false);
    await query(url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    const names = ['data_checksums', 'server_encoding', 'synchronous_commit', 'listen_addresses', 'shared_buffers'];
    const [shown] = await query(
      url,
      `SELECT ${names.map((name) => `current_setting('${name}') AS ${name}`).join(', ')}`,
    );
    expect(shown).toEqual({
      data_checksums: 'on',
      server_encoding: 'UTF8',
      synchronous_commit: 'on',
      listen_addresses: '127.0.0.1',
      shared_buffers: '128MB',
    });
    expect((await stat(path.join(dir, 'postgres/password'))).mode & 0o777).toBe(0o600);
    expect((await stat(path.join(dir, 'postgres'))).mode & 0o777).toBe(0o700);
    await running?.stop();
    expect(await query((await start()).url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('lets nobody in without the password', async () => {
    const { url } = await start();
    const wrong = new URL(url);
    wrong.password = 'wrong';
    await expect(query(wrong.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
  });

  it('adopts the server that a killed application left behind', async () => {
    const left = await startServer(await openCluster(dir));
    const adopted = await start();
    expect(adopted).toMatchObject({ pid: left.pid, isAdopted: true });
    expect(await query(adopted.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('is not misled by a process id that another process of the same user has now', async () => {
    const { stop } = await start();
    await stop();
    const other = new Client({ connectionString: inject('templateUrl') });
    await other.connect();
    const { rows } = await other.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const lines = [rows[0]?.pid, inCluster(''), 0, 59_999, '', '127.0.0.1', '', 'ready', ''];
    await writeFile(inCluster('postmaster.pid'), lines.join('\n'));
    const { pid, isAdopted, url } = await start();
    await other.end();
    expect(isAdopted).toBe(false);
    expect(pid).not.toBe(rows[0]?.pid);
    expect(await query(url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('starts though a kill or a power cut left its process file empty', async () => {
    const { stop } = await start();
    await stop();
    await writeFile(inCluster('postmaster.pid'), '');
    expect(await query((await start()).url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('starts the database again, on the same port, when it is killed', async () => {
    const { url, pid } = await start();
    await query(url, 'CREATE TABLE committed AS SELECT 1 AS one');
    process.kill(pid, 'SIGKILL');
    await vi.waitFor(() => expect(query(url, 'SELECT one FROM committed')).resolves.toEqual([{ one: 1 }]), PATIENCE);
  });

  it('refuses a second server on the same folder, which leaves the first alone', async () => {
    const { url } = await start();
    await expect(startEmbeddedPostgres(dir)).rejects.toThrow(
      /^Another NetRaven server uses the data folder .*DATA_DIR$/,
    );
    expect(await query(url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('writes no statement, parameter or value to its log', async () => {
    const { url } = await start();
    await query(url, 'CREATE TABLE unique_text (value text PRIMARY KEY)');
    await query(url, "INSERT INTO unique_text VALUES ('hunter2')");
    await expect(query(url, "INSERT INTO unique_text VALUES ('hunter2')")).rejects.toThrow('duplicate key');
    await expect(query(url, "SELECT 'hunter2'::int")).rejects.toThrow('hunter2');
    await expect(query(url, "SELECT 'hunter2' FROM nowhere")).rejects.toThrow('nowhere');
    expect(await readFile(path.join(dir, 'postgres/server.log'), 'utf8')).not.toMatch(/hunter2|nowhere/);
  });

  it('explains a folder of another owner, of another major version, and an incomplete one', async () => {
    const owner = (await stat(path.join(dir, 'postgres'))).uid;
    const getuid = vi.spyOn(process, 'getuid').mockReturnValue(owner + 1);
    await expect(start()).rejects.toThrow(new RegExp(`belongs to user id ${owner}, .*DATA_DIR$`));
    getuid.mockRestore();
    await writeFile(inCluster('PG_VERSION'), '17\n');
    await expect(start()).rejects.toThrow(/is of PostgreSQL 17, this server is 18: .*DATA_DIR$/);
    await rm(inCluster('PG_VERSION'));
    await expect(start()).rejects.toThrow(SetupError);
  });
});
