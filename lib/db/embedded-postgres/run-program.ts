import 'server-only';
import { spawn, spawnSync, type SpawnOptions } from 'node:child_process';
import type { SystemUser } from './system-user';

/** How the database's programs are called: as which user, and with which command in front. */
export type Runner = { user: SystemUser; prefix: readonly string[] };
export type ProgramOutcome = { exitCode: number | null; output: string };

/** Nothing of our environment is handed on: it holds tokens and passwords. */
const ENVIRONMENT = { NODE_ENV: 'production', PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } as const;

function commandLine(runner: Runner, program: string, args: readonly string[]): [string, string[]] {
  const [first = program, ...rest] = [...runner.prefix, program, ...args];
  return [first, rest];
}

function spawnOptions({ user, prefix }: Runner): SpawnOptions {
  const identity = user && prefix.length === 0 ? { uid: user.uid, gid: user.gid } : {};
  return { ...identity, cwd: '/', env: ENVIRONMENT };
}

/** Runs to the end; the output is what it wrote to both streams. */
export function runProgram(runner: Runner, program: string, args: readonly string[]): Promise<ProgramOutcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(...commandLine(runner, program, args), {
      ...spawnOptions(runner),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (data: Buffer) => (output += data.toString()));
    }
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, output }));
  });
}

/**
 * Runs a program that leaves a daemon behind: in a process group of its own, so that Ctrl-C in our terminal does not
 * reach the daemon, and without pipes, which the daemon would hold open.
 */
export function runDetached(runner: Runner, program: string, args: readonly string[]): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(...commandLine(runner, program, args), {
      ...spawnOptions(runner),
      detached: true,
      stdio: 'ignore',
    });
    child.on('error', reject);
    child.on('exit', resolve);
  });
}

/** For `process.on('exit')`, where nothing asynchronous runs any more. */
export function runProgramSync(runner: Runner, program: string, args: readonly string[]): void {
  spawnSync(...commandLine(runner, program, args), { ...spawnOptions(runner), stdio: 'ignore' });
}
