import 'server-only';
import { statfs } from 'node:fs/promises';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { DISK_RETRY_SECONDS } from './to-app-error';
import { processState } from '@/lib/process-state';

/** Below this nothing is written: PostgreSQL panics when its write-ahead log finds no space. */
const FULL_SHARE = 0.9;
/**
 * Whatever the disk's size, the write-ahead log must find its next files, of 16 MiB each: two that are begun between two
 * looks, and two for the deletion that makes space.
 */
const LEAST_BYTES = 64 * 1024 ** 2;
/** Upper limit, since a tenth of a large disk is more than needed: four times the largest write-ahead log. */
const ENOUGH_BYTES = 8 * 1024 ** 3;
/** A statement can write as much into the log as it deletes, faster than old log files are removed. */
const ROOMY_BYTES = 2 * 1024 ** 3;
/** How long a look at the file system counts; at full speed some 10 MB are written meanwhile. */
const CACHE_MS = 200;

type Shortage = { usedPercent: number };
type Space = Shortage & { freeBytes: number; isShort: boolean; isRoomy: boolean };
type Look = { at: number; shortage: Promise<Shortage | null> };

const looks = processState('diskLook', (): { last: Look | null } => ({ last: null }));

/**
 * Usage of the embedded database's file system when it is too full, else null; an outside database minds its own disk.
 */
export function findDiskShortage(): Promise<Shortage | null> {
  if (env().DATABASE_URL) return Promise.resolve(null);
  const now = performance.now();
  const { last } = looks();
  if (last && now - last.at < CACHE_MS) return last.shortage;
  const shortage = readShortage(env().DATA_DIR);
  looks().last = { at: now, shortage };
  return shortage;
}

/** Throws `disk_full` when there is no space to store anything; deleting stays allowed. */
export async function assertDiskSpace(): Promise<void> {
  const shortage = await findDiskShortage();
  if (!shortage) return;
  throw new AppError(
    'disk_full',
    `The disk of the database is ${shortage.usedPercent} % full; nothing is stored until there is space, reading goes on.`,
    { retryAfterSeconds: DISK_RETRY_SECONDS },
  );
}

/** Present usage of the embedded database's disk; null without one. */
export async function readDiskSpace(): Promise<Space | null> {
  return env().DATABASE_URL ? null : readSpace(env().DATA_DIR);
}

async function readShortage(dataDir: string): Promise<Shortage | null> {
  const space = await readSpace(dataDir);
  return space?.isShort ? { usedPercent: space.usedPercent } : null;
}

/** Counts like df: space reserved for root is no free space. */
async function readSpace(dataDir: string): Promise<Space | null> {
  try {
    const { blocks, bfree, bavail, bsize } = await statfs(/* turbopackIgnore: true */ dataDir);
    const usedShare = (blocks - bfree) / (blocks - bfree + bavail);
    const freeBytes = bavail * bsize;
    const isShort = freeBytes < LEAST_BYTES || (usedShare >= FULL_SHARE && freeBytes < ENOUGH_BYTES);
    return { usedPercent: Math.floor(usedShare * 100), freeBytes, isShort, isRoomy: freeBytes >= ROOMY_BYTES };
  } catch {
    // A folder that cannot be looked at (tests have none) says nothing; PostgreSQL's own error is translated.
    return null;
  }
}
