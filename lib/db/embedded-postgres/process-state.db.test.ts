import { spawn, type ChildProcess } from 'node:child_process';
import { afterEach, expect, it, vi } from 'vitest';
import { PATIENCE } from '@/lib/testing/patience';
import { isRunningWith } from './process-state';

let child: ChildProcess | undefined;
afterEach(() => child?.kill('SIGKILL'));

/** The shell's last act is to become a program that reaps nobody, so its first child stays a zombie. */
function startWithZombie(): Promise<number> {
  child = spawn('sh', ['-c', 'sleep 0.01 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
  return new Promise((resolve) => child?.stdout?.once('data', (data: Buffer) => resolve(Number(data.toString()))));
}

it('knows a living process by an argument of its command', async () => {
  expect(await isRunningWith(process.pid, process.argv[0] ?? 'node')).toBe(true);
  expect(await isRunningWith(process.pid, '/no/such/folder')).toBe(false);
});

it('counts a zombie as dead, though its process id exists', async () => {
  const pid = await startWithZombie();
  await vi.waitFor(async () => expect(await isRunningWith(pid, '')).toBe(false), PATIENCE);
  expect(process.kill(pid, 0)).toBe(true);
});

it('counts an unused process id as dead', async () => {
  expect(await isRunningWith(2_147_483_647, '')).toBe(false);
});
