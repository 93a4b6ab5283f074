import 'server-only';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/generated/prisma/client';
import type { SeqSpan } from '../../seq-span';
import { CHUNKS } from './chunk-rows';
import { LINE_COLUMNS, LINE_SEQ, UNNEST_LINE, type LineRow } from './line-row';
import { holdsSpan } from './span-conditions';

/** All lines of a span of a run, in the order of seq or backwards. Uses log_chunk_pkey. */
export const readSpan = (runId: string, span: SeqSpan, order: 'asc' | 'desc'): Promise<LineRow[]> =>
  db().$queryRaw<LineRow[]>`
    SELECT ${LINE_COLUMNS} FROM ${CHUNKS}, ${UNNEST_LINE}
    WHERE ${holdsSpan(runId, span)} AND ${LINE_SEQ} BETWEEN ${span.firstSeq}::int AND ${span.lastSeq}::int
    ORDER BY seq ${order === 'asc' ? Prisma.sql`ASC` : Prisma.sql`DESC`}`;
