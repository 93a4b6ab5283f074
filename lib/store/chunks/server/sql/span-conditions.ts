import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { MAX_CHUNK_LINES } from '../../chunk';
import { formatSpans, type SeqSpan } from '../../seq-span';
import { isOfRun } from './chunk-rows';

/** A number, or an expression of the statement around. */
type Seq = number | Prisma.Sql;

const seqSql = (seq: Seq): Prisma.Sql => (typeof seq === 'number' ? Prisma.sql`${seq}::int` : seq);

/**
 * On the chunk `c`: it is of the run and begins where it may reach into the span. Served by log_chunk_pkey from one end to the
 * other: since no chunk is longer than MAX_CHUNK_LINES, the chunks before the span need not be looked at.
 */
function isNear(run: string | Prisma.Sql, firstSeq: Seq, lastSeq: Seq): Prisma.Sql {
  return Prisma.sql`${isOfRun(run)} AND c.first_seq > ${seqSql(firstSeq)} - ${MAX_CHUNK_LINES}::int
    AND c.first_seq <= ${seqSql(lastSeq)}`;
}

/** On the chunk `c`: it is of the run and has a line in the span, both ends included. Served by log_chunk_pkey. */
export const holdsSpan = (run: string | Prisma.Sql, span: { firstSeq: Seq; lastSeq: Seq }): Prisma.Sql =>
  Prisma.sql`${isNear(run, span.firstSeq, span.lastSeq)} AND c.first_seq + c.line_count > ${seqSql(span.firstSeq)}`;

/** On the chunk `c`: it is of the run and has a line in one of the spans, which are in the order of seq. Served by log_chunk_pkey. */
export function holdsSpans(runId: string, spans: readonly SeqSpan[]): Prisma.Sql {
  const near = isNear(runId, spans[0]?.firstSeq ?? 1, spans.at(-1)?.lastSeq ?? 0);
  return Prisma.sql`${near} AND int4range(c.first_seq, c.first_seq + c.line_count) && ${formatSpans(spans)}::int4multirange`;
}

/** On the chunk `c`: it is of the run and begins at or before the seq. Served by log_chunk_pkey. */
export const beginsBy = (runId: string, lastSeq: number): Prisma.Sql =>
  Prisma.sql`${isOfRun(runId)} AND c.first_seq <= ${lastSeq}::int`;

/** On the chunk `c`: it is of the run and begins in the span. Served by log_chunk_pkey. */
export const beginsWithin = (runId: string, { firstSeq, lastSeq }: SeqSpan): Prisma.Sql =>
  Prisma.sql`${isOfRun(runId)} AND c.first_seq BETWEEN ${firstSeq}::int AND ${lastSeq}::int`;
