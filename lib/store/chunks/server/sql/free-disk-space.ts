import 'server-only';
import { setTimeout as delay } from 'node:timers/promises';
import { pool } from '@/lib/db/client';
import { readDiskSpace } from '@/lib/db/disk-space';
import { emptyLog } from '@/lib/db/empty-log';
import { hasErrorCode } from '@/lib/db/to-app-error';
import { processState } from '@/lib/process-state';

/** Bytes of a row and its index entries beside its values. */
const ROW_BYTES = 4096;
/** Largest table that is written anew: meanwhile, for some seconds, nobody can read or write lines. */
const MAX_REWRITTEN_BYTES = 256 * 1024 ** 2;
const EMPTY_INTERVAL_MS = 50;
const LOCK_WAIT_MS = 2000;
/** PostgreSQL's code of a statement that met `lock_timeout`. */
const LOCK_NOT_AVAILABLE = '55P03';
/** The indexes are built anew beside the table. */
const SPARE_FACTOR = 1.5;

const freeing = processState('freeing', (): { now: Promise<void> | null } => ({ now: null }));

/**
 * Returns the space of deleted lines to a disk that is nearly full; does nothing on other disks. PostgreSQL would keep
 * it for future lines, which are refused meanwhile. The cheapest way comes first, and it stops when there is enough.
 */
export function freeDiskSpace(): Promise<void> {
  const state = freeing();
  state.now ??= free().finally(() => {
    state.now = null;
  });
  return state.now;
}

async function free(): Promise<void> {
  for (const step of [emptyLog, rewriteChunks]) {
    if (!(await readDiskSpace())?.isShort) return;
    await step();
  }
}

/**
 * Copies what is left of the lines where that is small, fits beside it, and frees as much again. PostgreSQL's own
 * cleaning, which goes on by itself, gives back what lies at a table's end alone.
 */
async function rewriteChunks(): Promise<void> {
  const neededBytes = (await countLivingBytes()) * SPARE_FACTOR;
  const { rows } = await pool().query<{ bytes: number }>(`SELECT pg_total_relation_size('log_chunk')::float8 AS bytes`);
  const freeBytes = (await readDiskSpace())?.freeBytes ?? 0;
  if ((rows[0]?.bytes ?? 0) < 2 * neededBytes || neededBytes > Math.min(freeBytes, MAX_REWRITTEN_BYTES)) return;
  await whileEmptyingLog(copyChunks);
}

/** Readers and writers of lines queue behind this lock request, so it gives up after a moment, until the next sweep. */
async function copyChunks(): Promise<void> {
  const client = await pool().connect();
  try {
    await client.query(`SET lock_timeout = ${LOCK_WAIT_MS}`);
    await client.query('VACUUM FULL log_chunk');
  } catch (error) {
    if (!hasErrorCode(error, LOCK_NOT_AVAILABLE)) throw error;
  } finally {
    client.release(true); // with its setting
  }
}

/** As the values are stored; reads their rows, but not what is stored outside of them. */
async function countLivingBytes(): Promise<number> {
  const { rows: columns } = await pool().query<{ size: string }>(
    `SELECT format('coalesce(pg_column_size(%I), 0)', attname) AS size FROM pg_attribute
     WHERE attrelid = 'log_chunk'::regclass AND attnum > 0 AND NOT attisdropped`,
  );
  const size = columns.map((column) => column.size).join(' + ');
  const { rows } = await pool().query<{ bytes: number }>(
    `SELECT coalesce(sum(${size}), 0)::float8 + count(*) * ${ROW_BYTES} AS bytes FROM log_chunk`,
  );
  return rows[0]?.bytes ?? Infinity;
}

/** Each page that is looked at for the first time since a checkpoint goes into the log: it must not grow meanwhile. */
async function whileEmptyingLog(work: () => Promise<unknown>): Promise<void> {
  let isOver = false;
  const working = work().finally(() => (isOver = true));
  const emptying = async () => {
    while (!isOver) {
      await emptyLog();
      await delay(EMPTY_INTERVAL_MS);
    }
  };
  await Promise.all([working, emptying()]);
  await emptyLog();
}
