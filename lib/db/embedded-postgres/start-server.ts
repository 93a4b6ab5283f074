import 'server-only';
import { readFile, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Cluster } from './cluster';
import { canConnect } from './can-connect';
import { findFreePort } from './find-free-port';
import { parsePostmasterFile } from './postmaster-file';
import { isRunningWith } from './process-state';
import { disownPostmaster, removeEmptyPostmasterFile } from './replace-postmaster-file';
import { runDetached } from './run-program';
import { formatSettings, SETTINGS_FILE, walSettings } from './server-settings';
import { findLastFatal, rotateLog } from './server-log';
import { SetupError } from './setup-error';

export type RunningServer = { pid: number; port: number; isAdopted: boolean };
type StartOptions = { port?: number | undefined; settings?: Record<string, string> | undefined };

/** Recovery after a crash replays at most max_wal_size; PostgreSQL's own pg_ctl waits as long. */
const START_SECONDS = 60;
/** A port found free can be taken before the server binds it, and a killed server's backends end a moment after it. */
const ATTEMPTS = 20;
const ATTEMPT_PAUSE_MS = 250;

/** Starts the cluster's server, or adopts the living one that an application killed without warning left behind. */
export async function startServer(cluster: Cluster, options: StartOptions = {}): Promise<RunningServer> {
  const adopted = await adoptServer(cluster);
  if (adopted) return adopted;
  await writeFile(
    /* turbopackIgnore: true */ path.join(cluster.dataDir, SETTINGS_FILE),
    formatSettings({ ...walSettings(await readDiskBytes(cluster.dataDir)), ...options.settings }),
  );
  await rotateLog(cluster.logFile);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const started = await callPgCtl(cluster, options.port ?? (await findFreePort()));
    if (started) return started;
    await delay(ATTEMPT_PAUSE_MS);
    // An application that was killed while it started the database has left it starting.
    const left = await adoptServer(cluster);
    if (left) return left;
  }
  throw new SetupError(`The database did not start (${await findLastFatal(cluster.logFile)}), see ${cluster.logFile}`);
}

async function callPgCtl(cluster: Cluster, port: number): Promise<RunningServer | undefined> {
  const { runner, binaries, dataDir, logFile } = cluster;
  const wait = ['-w', '-t', String(START_SECONDS)];
  const exitCode = await runDetached(runner, binaries.pgCtl, [
    'start',
    ...wait,
    '-D',
    dataDir,
    '-l',
    logFile,
    '-o',
    `-p ${port}`,
  ]);
  const file = await readPostmasterFile(dataDir);
  return exitCode === 0 && file?.port === port ? { pid: file.pid, port, isAdopted: false } : undefined;
}

/**
 * Waits for a living server to be ready or to end. Then the process id in the file is a zombie's or belongs to somebody
 * else; it is struck out, so that PostgreSQL does not take it for a server.
 */
async function adoptServer(cluster: Cluster): Promise<RunningServer | undefined> {
  const deadline = Date.now() + START_SECONDS * 1000;
  const pidFile = postmasterPath(cluster.dataDir);
  await removeEmptyPostmasterFile(pidFile);
  for (;;) {
    const file = await readPostmasterFile(cluster.dataDir);
    if (!file) return undefined;
    if (!(await isRunningWith(file.pid, cluster.dataDir))) {
      await disownPostmaster(pidFile, file.pid);
      return undefined;
    }
    if (await canConnect(cluster.password, file.port)) return { pid: file.pid, port: file.port, isAdopted: true };
    if (Date.now() > deadline) {
      throw new SetupError(
        `The database process ${file.pid} in ${cluster.dataDir} does not answer: end it, then start again`,
      );
    }
    await delay(50);
  }
}

async function readDiskBytes(dataDir: string): Promise<number> {
  const { blocks, bsize } = await statfs(/* turbopackIgnore: true */ dataDir);
  return blocks * bsize;
}

const postmasterPath = (dataDir: string) => path.join(dataDir, 'postmaster.pid');

export async function readPostmasterFile(dataDir: string) {
  try {
    return parsePostmasterFile(await readFile(/* turbopackIgnore: true */ postmasterPath(dataDir), 'utf8'));
  } catch {
    return undefined;
  }
}
