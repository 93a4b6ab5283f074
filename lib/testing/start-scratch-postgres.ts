import { randomUUID } from 'node:crypto';
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { findFreePort } from '@/lib/db/embedded-postgres/find-free-port';
import { runDetached, runProgram, runProgramSync, type Runner } from '@/lib/db/embedded-postgres/run-program';
import { readPostmasterFile } from '@/lib/db/embedded-postgres/start-server';
import { findSystemUser } from '@/lib/db/embedded-postgres/system-user';

export type ScratchPostgres = {
  url: string;
  port: number;
  /** `kill -9`; it stays down until `start`. */
  kill: () => Promise<void>;
  start: () => Promise<void>;
  /** Ends it and removes its data. */
  remove: () => Promise<void>;
};

/** A PostgreSQL of the test's own, from the programs in `binDir`, with one empty database; for tests of DATABASE_URL. */
export async function startScratchPostgres(binDir: string): Promise<ScratchPostgres> {
  const home = await mkdtemp(path.join(os.tmpdir(), 'netraven-scratch-'));
  await chmod(home, 0o711); // as root the server runs as another user, who must pass through
  const user = await findSystemUser();
  const runner: Runner = { user, prefix: [] };
  const dataDir = path.join(home, 'cluster');
  await mkdir(dataDir, { mode: 0o700 });
  const password = randomUUID();
  const passwordFile = path.join(home, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user) for (const file of [dataDir, passwordFile]) await chown(file, user.uid, user.gid);
  const options = [
    ...['-D', dataDir, '-U', 'netraven', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`],
    ...['-E', 'UTF8', '--no-locale', '--no-sync'],
  ];
  await runOrThrow(runner, path.join(binDir, 'initdb'), options);
  const port = await findFreePort();
  const pgCtl = path.join(binDir, 'pg_ctl');
  const stopArguments = ['stop', '-m', 'immediate', '-D', dataDir];
  process.on('exit', () => runProgramSync(runner, pgCtl, [...stopArguments, '-W'])); // an interrupted run ends it too

  const start = async () => {
    const server = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200`;
    const exitCode = await runDetached(runner, pgCtl, [
      ...['start', '-w', '-t', '60', '-D', dataDir, '-l', path.join(dataDir, 'server.log'), '-o', server],
    ]);
    if (exitCode !== 0) throw new Error(`the scratch PostgreSQL of ${binDir} did not start, see ${dataDir}/server.log`);
  };
  const kill = async () => {
    const pid = (await readPostmasterFile(dataDir))?.pid;
    if (pid === undefined) throw new Error('the scratch PostgreSQL is not running');
    process.kill(pid, 'SIGKILL');
    // Its backends end a moment later, and hold its memory and port until then.
    await delay(200);
  };
  await start();
  const server = `postgresql://netraven:${password}@127.0.0.1:${port}`;
  await createDatabase(`${server}/postgres`);
  return {
    url: `${server}/netraven`,
    port,
    kill,
    start,
    remove: async () => {
      await runProgram(runner, pgCtl, [...stopArguments, '-w']);
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function runOrThrow(runner: Runner, program: string, args: string[]): Promise<void> {
  const { exitCode, output } = await runProgram(runner, program, args);
  if (exitCode !== 0) throw new Error(`${program}: ${output.trim().split('\n').at(-1)}`);
}

async function createDatabase(maintenanceUrl: string): Promise<void> {
  const client = new Client({ connectionString: maintenanceUrl });
  await client.connect();
  await client.query('CREATE DATABASE netraven');
  await client.end();
}
