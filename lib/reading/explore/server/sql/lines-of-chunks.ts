import 'server-only';
import { int4Array, textArray } from '@/lib/db/binary-array';
import { Prisma } from '@/lib/generated/prisma/client';
import { unnestColumns, type FilterColumn } from '@/lib/store/chunks/server/sql/line-row';
import type { LineSearch } from '../../schema';
import type { ChunkHead } from './find-chunk-heads';

/** The chunks `c` of the heads, whole rows. Uses log_chunk_pkey. */
export const chunksOf = (heads: readonly ChunkHead[]): Prisma.Sql => Prisma.sql`
  unnest(${textArray(heads.map(({ runId }) => runId))}::text[],
         ${int4Array(heads.map(({ firstSeq }) => firstSeq))}::int[]) AS k(run_id, first_seq)
  JOIN log_chunk c ON c.run_id = k.run_id AND c.first_seq = k.first_seq`;

/** The lines `l` of the heads' chunks that `chunk` is true of, with place, time and only the columns asked for unpacked. */
export const linesOf = (
  heads: readonly ChunkHead[],
  columns: readonly FilterColumn[],
  chunk: Prisma.Sql = Prisma.sql`true`,
): Prisma.Sql => Prisma.sql`(
  SELECT c.run_id, generate_series(c.first_seq, c.first_seq + c.line_count - 1) AS seq, unnest(c.time) AS time
         ${columns.length > 0 ? Prisma.sql`, ${unnestColumns(columns)}` : Prisma.empty}
  FROM ${chunksOf(heads)} WHERE ${chunk}) l`;

/** On the line `l`. */
export const timeCondition = ({ from, to }: Pick<LineSearch, 'from' | 'to'>): Prisma.Sql =>
  Prisma.sql`${from ? Prisma.sql`l.time >= ${from}::timestamptz` : Prisma.sql`true`}
    AND ${to ? Prisma.sql`l.time < ${to}::timestamptz` : Prisma.sql`true`}`;
