import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

export const INGEST_TOKEN = 'faults-ingest-token-0123456789abcdef';
export const READ_TOKEN = 'faults-read-token-0123456789abcdefghi';

/** Only ends a test whose server never comes. */
const READY_LIMIT_MS = 300_000;
const POLL_MS = 20;

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A real server (`npm start`'s script, the built application, its own embedded database) that a test may kill. */
export class ServerProcess {
  readonly port: number;
  readonly dataDir: string;
  /** Settings beside those of every server; may be added to before the start. */
  readonly env: Record<string, string>;
  #child: ChildProcess | null = null;
  #output = '';

  private constructor(port: number, dataDir: string, env: Record<string, string>) {
    this.port = port;
    this.dataDir = dataDir;
    this.env = env;
  }

  /** A server on a free port with an empty data folder in `folder`; `env` adds to its settings. Not started yet. */
  static async create(env: Record<string, string> = {}, folder = createFolder()): Promise<ServerProcess> {
    return new ServerProcess(await findFreePort(), path.join(folder, 'data'), env);
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
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (this.#output += String(data)));
    this.#child = child;
    await this.untilReady();
    return performance.now() - startedAt;
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
      return (await fetch(`${this.url}/api/health/ready`)).ok;
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
  const folder = mkdtempSync(path.join(os.tmpdir(), 'netraven-faults-'));
  chmodSync(folder, 0o711);
  return folder;
}

/** The settings of the person who runs the tests must not reach the server under test. */
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

export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
