import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { parseExact } from '@/lib/json/exact-json';
import { levelName } from '../../level';
import type { Line } from '../../line';
import { formatTimestamp } from '../../timestamp';

/** Array columns of a chunk that a filter looks into; the others are not even read from disk. */
export const FILTER_COLUMNS = ['time', 'level', 'component', 'device', 'phase', 'message', 'fields'] as const;
export type FilterColumn = (typeof FILTER_COLUMNS)[number];

export type LineRow = {
  seq: number;
  time_ms: number;
  received_ms: number;
  level: number;
  component: string;
  device: string;
  phase: string;
  message: string;
  fields: string;
  client_seq: number | null;
};

/** The seq of the line `l` of chunk `c` by its position `i`, as UNNEST_LINE has it. */
export const LINE_SEQ = Prisma.sql`(c.first_seq + l.i::int - 1)`;

/** The seqs of the lines of chunk `c`, beside unnestColumns. */
export const UNNEST_SEQ = Prisma.sql`c.first_seq + generate_subscripts(c.level, 1) - 1 AS seq`;

/** All columns of a line, of CHUNKS and UNNEST_LINE; times as milliseconds with a fraction, exact to the microsecond. */
export const LINE_COLUMNS = Prisma.sql`
  ${LINE_SEQ} AS seq, (extract(epoch FROM l.time) * 1000)::float8 AS time_ms,
  (extract(epoch FROM l.received_at) * 1000)::float8 AS received_ms, l.level, l.component, l.device, l.phase, l.message,
  l.fields, (${LINE_SEQ} + l.client_offset)::float8 AS client_seq`;

/** A list of a chunk as it is searched: the stored list, with the searched texts where they differ. */
const searched = (stored: Prisma.Sql, other: Prisma.Sql): Prisma.Sql => Prisma.sql`
  CASE WHEN cardinality(${other}) > 0
    THEN ARRAY(SELECT coalesce(s.other, s.stored) FROM unnest(${stored}, ${other}) AS s(stored, other)) ELSE ${stored} END`;

/** The messages of chunk `c` and its fields as they are searched and shown (lib/store/chunks/search-text.ts); ordinary chunks pay nothing for it. */
export const SEARCHED_MESSAGES = searched(Prisma.sql`c.message`, Prisma.sql`c.search_message`);
export const SEARCHED_FIELDS = searched(Prisma.sql`c.fields`, Prisma.sql`c.search_fields`);

const CHUNK_COLUMN: Record<FilterColumn, Prisma.Sql> = {
  time: Prisma.sql`unnest(c.time) AS time`,
  level: Prisma.sql`unnest(c.level) AS level`,
  component: Prisma.sql`unnest(c.component) AS component`,
  device: Prisma.sql`unnest(c.device) AS device`,
  phase: Prisma.sql`unnest(c.phase) AS phase`,
  message: Prisma.sql`unnest(${SEARCHED_MESSAGES}) AS message`,
  fields: Prisma.sql`unnest(${SEARCHED_FIELDS}) AS fields`,
};

/**
 * Some columns of the lines of chunk `c`, as they are searched, for a list of results: as a table in FROM the lines would be kept in a buffer
 * of their own first, which costs a third more (docs/decisions/0010-search.md).
 */
export const unnestColumns = (columns: readonly FilterColumn[]): Prisma.Sql =>
  Prisma.join(columns.map((name) => CHUNK_COLUMN[name]));

/** The lines of chunk `c` as `l`, with their position from 1 as `i`. */
export const UNNEST_LINE = Prisma.sql`
  unnest(c.time, c.received_at, c.level, c.component, c.device, c.phase, c.message, c.fields, c.client_offset)
  WITH ORDINALITY AS l(time, received_at, level, component, device, phase, message, fields, client_offset, i)`;

/** The same with what is searched instead of message and fields, for `wholeLine` of lineConditions. */
export const UNNEST_SEARCHED_LINE = Prisma.sql`
  unnest(c.time, c.received_at, c.level, c.component, c.device, c.phase, c.message, c.fields, c.client_offset,
         c.search_message, c.search_fields)
  WITH ORDINALITY AS l(time, received_at, level, component, device, phase, message, fields, client_offset,
                       search_message, search_fields, i)`;

export function toLine(row: LineRow): Line {
  return {
    seq: row.seq,
    time: formatTimestamp(row.time_ms),
    receivedAt: formatTimestamp(row.received_ms),
    level: levelName(row.level),
    component: row.component,
    device: row.device,
    phase: row.phase,
    message: row.message,
    fields: row.fields === '' ? {} : (parseExact(row.fields) as Record<string, unknown>),
    ...(row.client_seq !== null && { clientSeq: row.client_seq }),
  };
}
