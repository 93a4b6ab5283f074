import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createFolder } from '@/lib/testing/real-server/server-process';

/** What the system's list calls the disks of these tests, with the process that mounted them. */
const NAME = 'netraven-faults-';

/** Mounting takes Linux and root. */
export const canMount = process.platform === 'linux' && process.getuid?.() === 0;

export type SmallDisk = { path: string; remove: () => void };

/** A file system of its own in memory, full at `sizeMib`. Those that a killed run left behind are taken away first. */
export function mountSmallDisk(sizeMib: number, pid = process.pid): SmallDisk {
  for (const left of listDisks()) if (!isAlive(left.pid)) removeDisk(left.path);
  const disk = path.join(createFolder(), 'disk');
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeMib}m,mode=711`, `${NAME}${pid}`, disk]);
  return { path: disk, remove: () => removeDisk(disk) };
}

export function listDisks(): { path: string; pid: number }[] {
  const mounts = readFileSync('/proc/mounts', 'utf8').split('\n');
  return mounts.flatMap((line) => {
    const [name = '', at = ''] = line.split(' ');
    return name.startsWith(NAME) ? [{ path: at, pid: Number(name.slice(NAME.length)) }] : [];
  });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** At once, though a server of a killed run may still hold files there. */
function removeDisk(disk: string): void {
  execFileSync('umount', ['--lazy', disk]);
  rmSync(path.dirname(disk), { recursive: true, force: true });
}
