import 'server-only';
import { pool } from './client';

/** What a checkpoint no longer needs of the write-ahead log is removed, on small disks at once. */
export async function emptyLog(): Promise<void> {
  await pool().query('CHECKPOINT');
}
