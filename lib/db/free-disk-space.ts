import 'server-only';
import { setTimeout as delay } from 'node:timers/promises';
import { pool } from './client';
import { readDiskSpace } from './disk-space';

/** A piece of a value that is stored outside of its row takes somewhat less, PostgreSQL's TOAST_MAX_CHUNK_SIZE. */
const PIECE_BYTES = 2048;
/** What a row and its entries in the indexes take beside. */
const ROW_BYTES = 4096;
/** Nobody can read or write lines while the table is written anew: some seconds for so much. */
const MAX_REWRITTEN_BYTES = 256 * 1024 ** 2;
const EMPTY_INTERVAL_MS = 50;
/** The indexes are built anew beside the table. */
const SPARE_FACTOR = 1.5;

// Route bundles are separate module graphs in Next.
const holder = globalThis as { netravenFreeing?: Promise<void> };

/**
 * Gives the space of deleted lines back to a disk that is short of it, and does nothing on one that is not: PostgreSQL
 * would keep it for lines to come, which are refused. Cheapest first, and no further than needed.
 */
export function freeDiskSpace(): Promise<void> {
  holder.netravenFreeing ??= free().finally(() => delete holder.netravenFreeing);
  return holder.netravenFreeing;
}

/** What a checkpoint no longer needs of the write-ahead log is removed, on small disks at once. */
export async function emptyLog(): Promise<void> {
  await pool().query('CHECKPOINT');
}

async function free(): Promise<void> {
  for (const step of [emptyLog, rewriteChunks]) {
    if (!(await readDiskSpace())?.isShort) return;
    await step();
  }
}

type Sizes = { livingBytes: number; storedBytes: number };

/**
 * Copies what is left of the lines where that is small, has its place beside, and frees as much again. PostgreSQL's own
 * cleaning, which goes on by itself, gives back what lies at a table's end alone.
 */
async function rewriteChunks(): Promise<void> {
  const { rows } = await pool().query<Sizes>(
    `SELECT (lines.n_live_tup * $1::int + pieces.n_live_tup * $2::int)::float8 AS "livingBytes",
            pg_total_relation_size(lines.relid)::float8 AS "storedBytes"
     FROM pg_stat_all_tables lines
     JOIN pg_class ON pg_class.oid = lines.relid
     JOIN pg_stat_all_tables pieces ON pieces.relid = pg_class.reltoastrelid
     WHERE lines.relid = 'log_chunk'::regclass AND lines.n_live_tup > 0 AND pieces.n_live_tup > 0`,
    [ROW_BYTES, PIECE_BYTES],
  );
  // After a crash PostgreSQL has forgotten how much there is; without a number nothing is tried.
  const { livingBytes = Infinity, storedBytes = 0 } = rows[0] ?? {};
  const neededBytes = livingBytes * SPARE_FACTOR;
  const freeBytes = (await readDiskSpace())?.freeBytes ?? 0;
  if (storedBytes < 2 * neededBytes || neededBytes > Math.min(freeBytes, MAX_REWRITTEN_BYTES)) return;
  await whileEmptyingLog(() => pool().query('VACUUM FULL log_chunk'));
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
