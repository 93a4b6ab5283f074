import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { chunksOfKeys } from '@/lib/store/chunks/server/sql/chunk-rows';
import { unnestColumns, type FilterColumn } from '@/lib/store/chunks/server/sql/line-row';
import type { LineSearch } from '../../schema';
import type { ChunkHead } from './find-chunk-heads';

/** The lines `l` of the heads' chunks that `chunk` is true of, with seq, time and only the columns asked for unpacked. */
export const linesOf = (
  heads: readonly ChunkHead[],
  columns: readonly FilterColumn[],
  chunk: Prisma.Sql = Prisma.sql`true`,
): Prisma.Sql => Prisma.sql`(
  SELECT c.run_id, generate_series(c.first_seq, c.first_seq + c.line_count - 1) AS seq, unnest(c.time) AS time
         ${columns.length > 0 ? Prisma.sql`, ${unnestColumns(columns)}` : Prisma.empty}
  FROM ${chunksOfKeys(heads)} WHERE ${chunk}) l`;

/** On the line `l`. */
export const timeCondition = ({ from, to }: Pick<LineSearch, 'from' | 'to'>): Prisma.Sql =>
  Prisma.sql`${from ? Prisma.sql`l.time >= ${from}::timestamptz` : Prisma.sql`true`}
    AND ${to ? Prisma.sql`l.time < ${to}::timestamptz` : Prisma.sql`true`}`;
