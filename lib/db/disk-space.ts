import 'server-only';
import { statfs } from 'node:fs/promises';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { DISK_RETRY_SECONDS } from './to-app-error';
import { processState } from '@/lib/process-state';

/** PostgreSQL stops with a panic when its write-ahead log finds no space: nothing is written from here on. */
const FULL_SHARE = 0.9;
/**
 * Whatever the disk's size, the write-ahead log must find its next files, of 16 MiB each: two that are begun between two
 * looks, and two for the deletion that makes space.
 */
const LEAST_BYTES = 64 * 1024 ** 2;
/** A tenth of a large disk is more than is ever needed at once: four times the most that the write-ahead log grows to. */
const ENOUGH_BYTES = 8 * 1024 ** 3;
/** A statement can write as much into the log as it deletes, faster than the log's old files go. */
const ROOMY_BYTES = 2 * 1024 ** 3;
/** How long a look at the file system counts; at full speed some 10 MB are written meanwhile. */
const CACHE_MS = 200;

type Shortage = { usedPercent: number };
type Space = Shortage & { freeBytes: number; isShort: boolean; isRoomy: boolean };
type Look = { at: number; shortage: Promise<Shortage | null> };

const looks = processState('diskLook', (): { last: Look | null } => ({ last: null }));

/** How full the file system of the embedded database is, when that is too full; an outside database minds its own disk. */
export function findDiskShortage(): Promise<Shortage | null> {
  if (env().DATABASE_URL) return Promise.resolve(null);
  const now = performance.now();
  const { last } = looks();
  if (last && now - last.at < CACHE_MS) return last.shortage;
  const shortage = readShortage(env().DATA_DIR);
  looks().last = { at: now, shortage };
  return shortage;
}

/** Throws `disk_full` where something is to be stored and there is no space for it; deleting stays allowed. */
export async function assertDiskSpace(): Promise<void> {
  const shortage = await findDiskShortage();
  if (!shortage) return;
  throw new AppError(
    'disk_full',
    `The disk of the database is ${shortage.usedPercent} % full; nothing is stored until there is space, reading goes on.`,
    { retryAfterSeconds: DISK_RETRY_SECONDS },
  );
}

/** Of the disk of the embedded database, now; null where there is none. */
export async function readDiskSpace(): Promise<Space | null> {
  return env().DATABASE_URL ? null : readSpace(env().DATA_DIR);
}

async function readShortage(dataDir: string): Promise<Shortage | null> {
  const space = await readSpace(dataDir);
  return space?.isShort ? { usedPercent: space.usedPercent } : null;
}

/** As df counts: what only root may still use is no space. */
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
