import 'server-only';
import { pool } from './client';
import { readDiskSpace } from './disk-space';

/** A piece of a value that is stored outside of its row takes somewhat less, PostgreSQL's TOAST_MAX_CHUNK_SIZE. */
const PIECE_BYTES = 2048;
/** What a row and its entries in the indexes take beside. */
const ROW_BYTES = 4096;
/** Nobody can read or write lines while the table is written anew: some seconds for so much. */
const MAX_REWRITTEN_BYTES = 256 * 1024 ** 2;
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

/** Written anew, the table leaves nothing in the log; VACUUM leaves every page there that it touches. */
const STEPS = [
  emptyLog,
  rewriteChunks,
  () => pool().query('VACUUM log_chunk'),
  () => pool().query('VACUUM line_count, run_device, run, ingest_batch'),
  emptyLog,
];

/** What a checkpoint no longer needs of the write-ahead log is removed, on small disks at once. */
export async function emptyLog(): Promise<void> {
  await pool().query('CHECKPOINT');
}

async function free(): Promise<void> {
  for (const step of STEPS) {
    if (!(await readDiskSpace())?.isShort) return;
    await step();
  }
}

/** VACUUM returns what lies at a table's end alone. What is left is copied where it is small and has its place beside. */
async function rewriteChunks(): Promise<void> {
  const { rows } = await pool().query<{ livingBytes: number; storedBytes: number }>(
    `SELECT (lines.n_live_tup * $1::int + coalesce(pieces.n_live_tup, 0) * $2::int)::float8 AS "livingBytes",
            pg_total_relation_size(lines.relid)::float8 AS "storedBytes"
     FROM pg_stat_all_tables lines
     JOIN pg_class ON pg_class.oid = lines.relid
     LEFT JOIN pg_stat_all_tables pieces ON pieces.relid = pg_class.reltoastrelid
     WHERE lines.relid = 'log_chunk'::regclass`,
    [ROW_BYTES, PIECE_BYTES],
  );
  const { livingBytes = Infinity, storedBytes = 0 } = rows[0] ?? {};
  const neededBytes = livingBytes * SPARE_FACTOR;
  const freeBytes = (await readDiskSpace())?.freeBytes ?? 0;
  const isWorthIt = storedBytes > 2 * neededBytes;
  if (isWorthIt && neededBytes < Math.min(freeBytes, MAX_REWRITTEN_BYTES)) await pool().query('VACUUM FULL log_chunk');
}
