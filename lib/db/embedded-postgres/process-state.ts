import 'server-only';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Whether process `pid` lives and was called with `argument`. A zombie counts as dead: in a container nobody may ever
 * reap it. Where neither /proc nor ps can tell (Windows), living is enough.
 */
export async function isRunningWith(pid: number, argument: string): Promise<boolean> {
  if (!exists(pid)) return false;
  if (process.platform === 'win32') return true;
  return process.platform === 'linux'
    ? commandHas(await procCommand(pid), argument)
    : commandHas(await psCommand(pid), argument);
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

const commandHas = (command: string, argument: string) => command !== '' && command.includes(argument);

/** Empty for a zombie. */
const procCommand = (pid: number): Promise<string> =>
  readFile(/* turbopackIgnore: true */ `/proc/${pid}/cmdline`, 'utf8').catch(() => '');

async function psCommand(pid: number): Promise<string> {
  try {
    return (await run('ps', ['-ww', '-o', 'command=', '-p', String(pid)])).stdout;
  } catch {
    return '';
  }
}
