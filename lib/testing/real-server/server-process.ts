import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findFreePort } from '../../db/embedded-postgres/find-free-port';
import { INGEST_TOKEN, READ_TOKEN } from './credentials';
import { HttpClient } from './http-client';

/** Only ends a test whose server never comes. */
const READY_LIMIT_MS = 300_000;
const POLL_MS = 20;

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

type ServerOptions = {
  /** Holds the data; made when left out. */
  folder?: string;
  /** A free one when left out. */
  port?: number;
  /** Hears what the server prints as it comes. */
  onOutput?: (text: string) => void;
};

/** A real server (`npm start`'s script, the built application, its own embedded database) that a test may kill. */
export class ServerProcess {
  readonly port: number;
  readonly dataDir: string;
  /** Settings beside those of every server; may be added to before the start. */
  readonly env: Record<string, string>;
  readonly #onOutput: (text: string) => void;
  #child: ChildProcess | null = null;
  #output = '';

  private constructor(env: Record<string, string>, { port, folder, onOutput }: Required<ServerOptions>) {
    this.port = port;
    this.dataDir = path.join(folder, 'data');
    this.env = env;
    this.#onOutput = onOutput;
  }

  /** A server with an empty data folder; `env` adds to its settings. Not started yet. */
  static async create(
    env: Record<string, string> = {},
    { port, folder = createFolder(), onOutput = () => {} }: ServerOptions = {},
  ): Promise<ServerProcess> {
    return new ServerProcess(env, { port: port ?? (await findFreePort()), folder, onOutput });
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get pid(): number {
    if (!this.#child?.pid) throw new Error('the server is not running');
    return this.#child.pid;
  }

  /** Memory of the server process, without the database. Linux only, as CI is. */
  residentBytes(): number {
    const kib = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${this.pid}/status`, 'utf8'))?.[1];
    return Number(kib) * 1024;
  }

  get isRunning(): boolean {
    return this.#child?.exitCode === null && this.#child.signalCode === null;
  }

  /** All that the server printed so far, over all its starts. */
  get output(): string {
    return this.#output;
  }

  /** Resolves when `/api/health/ready` says so, with the milliseconds it took. */
  async start(): Promise<number> {
    const startedAt = performance.now();
    const child = spawn(process.execPath, ['scripts/start.mjs'], {
      env: {
        ...inheritedEnv(),
        PORT: String(this.port),
        DATA_DIR: this.dataDir,
        INGEST_TOKEN,
        READ_TOKEN,
        ...this.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => this.#hear(String(data)));
    // Whoever is ended before its servers must not leave them behind.
    const endToo = () => child.kill('SIGTERM');
    process.once('exit', endToo);
    child.once('exit', () => process.off('exit', endToo));
    this.#child = child;
    await this.untilReady();
    return performance.now() - startedAt;
  }

  #hear(text: string): void {
    this.#output += text;
    this.#onOutput(text);
  }

  async untilReady(): Promise<void> {
    const startedAt = performance.now();
    while (!(await this.isReady())) {
      if (this.#child?.exitCode !== null) throw new Error(`the server ended: ${this.#output.slice(-2000)}`);
      if (performance.now() - startedAt > READY_LIMIT_MS) {
        throw new Error(`not ready in ${READY_LIMIT_MS} ms: ${this.#output.slice(-2000)}`);
      }
      await pause(POLL_MS);
    }
  }

  async isReady(): Promise<boolean> {
    try {
      return (await new HttpClient(this.url, null).send('GET', '/api/health/ready')).status === 200;
    } catch {
      return false;
    }
  }

  /** Sends the signal and resolves at the process's end, with its exit code and the milliseconds it took. */
  async end(signal: NodeJS.Signals): Promise<{ code: number | null; ms: number }> {
    const child = this.#child;
    if (!child || child.exitCode !== null) throw new Error('the server is not running');
    const startedAt = performance.now();
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill(signal);
    return { code: await ended, ms: performance.now() - startedAt };
  }

  /** `kill -9` of the database; the running server starts it again. Answers the pid that is gone. */
  killDatabase(): number {
    const pid = this.databasePid();
    process.kill(pid, 'SIGKILL');
    return pid;
  }

  /** A server that has waited long enough leaves its database to end by itself: until that is so, its files change. */
  async untilDatabaseEnded(): Promise<void> {
    while (this.findDatabasePid() !== null) await pause(POLL_MS);
  }

  /** Until another database runs instead of the one that was killed: between looks it may have gone and come. */
  async untilReplaced(killedPid: number): Promise<void> {
    while (this.findDatabasePid() === killedPid) await pause(POLL_MS);
    await this.untilReady();
  }

  /** Pid, port and state of the running database. */
  get postmasterFile(): string {
    return path.join(this.dataDir, 'postgres/cluster/postmaster.pid');
  }

  get databaseLogFile(): string {
    return path.join(this.dataDir, 'postgres/server.log');
  }

  databasePid(): number {
    const file = readFileSync(this.postmasterFile, 'utf8');
    return Number(file.split('\n')[0]);
  }

  private findDatabasePid(): number | null {
    try {
      return this.databasePid();
    } catch {
      return null; // it is being written
    }
  }

  /** The address of the database, for looking at it past the application. */
  databaseUrl(): string {
    if (this.env.DATABASE_URL) return this.env.DATABASE_URL;
    const file = readFileSync(this.postmasterFile, 'utf8');
    const password = readFileSync(path.join(this.dataDir, 'postgres/password'), 'utf8').trim();
    return `postgresql://netraven:${password}@127.0.0.1:${file.split('\n')[3]}/netraven`;
  }

  /** Ends what still runs and removes the data. */
  async remove(): Promise<void> {
    if (this.isRunning) await this.end('SIGTERM');
    rmSync(path.dirname(this.dataDir), { recursive: true, force: true });
  }
}

/** For a server's data; as root the database runs as another user, who must pass through. */
export function createFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'netraven-server-'));
  chmodSync(folder, 0o711);
  return folder;
}

/** The settings of the person who runs the tests must not reach the server. */
function inheritedEnv(): NodeJS.ProcessEnv {
  const {
    DATABASE_URL: _database,
    DATABASE_MIGRATION_URL: _owner,
    ADMIN_EMAIL: _email,
    ADMIN_PASSWORD: _password,
    NEXTAUTH_URL: _url,
    ...rest
  } = process.env;
  return { ...rest, NODE_ENV: 'production' };
}
