import 'server-only';
import type { SqlTransaction } from '@/lib/db/sql-transaction';
import { Prisma } from '@/lib/generated/prisma/client';
import type { ChunkRow } from '../../plan-chunks';

/** A statement's text and parameters, of which a row has 18, are put together without a pause; PostgreSQL takes 65,535. */
const MAX_ROWS_AT_ONCE = 100;

/** What is written of a chunk before it is sealed. */
export const WRITTEN_COLUMNS = Prisma.sql`
  run_id, first_seq, line_count, min_time, max_time, level_mask, time, received_at, level, component, device, phase, message,
  fields, client_offset, level_counts, search_message, search_fields`;

/** Writes chunks, all of whose lines were received at `receivedMs`. The caller holds the locks of their runs. */
export async function insertChunks(
  tx: SqlTransaction,
  chunks: readonly (ChunkRow & { runId: string })[],
  receivedMs: number,
): Promise<void> {
  const received = new Date(receivedMs);
  for (let at = 0; at < chunks.length; at += MAX_ROWS_AT_ONCE) {
    const rows = chunks.slice(at, at + MAX_ROWS_AT_ONCE).map((chunk) => valuesOf(chunk, received));
    await tx.$executeRaw`INSERT INTO log_chunk (${WRITTEN_COLUMNS}) VALUES ${Prisma.join(rows)}`;
  }
}

const valuesOf = (c: ChunkRow & { runId: string }, received: Date): Prisma.Sql => Prisma.sql`(
  ${c.runId}, ${c.firstSeq}::int, ${c.lineCount}::int, ${c.minTime}::timestamptz, ${c.maxTime}::timestamptz,
  ${c.levelMask}::smallint, ${c.time}::timestamptz[], array_fill(${received}::timestamptz, ARRAY[${c.lineCount}::int]),
  ${c.level}::smallint[], ${c.component}::text[], ${c.device}::text[], ${c.phase}::text[], ${c.message}::text[],
  ${c.fields}::text[], ${c.clientOffset}::bigint[], ${c.levelCounts}::smallint[], ${c.searchMessage}::text[], ${c.searchFields}::text[])`;
