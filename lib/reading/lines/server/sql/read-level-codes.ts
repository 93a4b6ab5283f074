import 'server-only';
import { int4Array } from '@/lib/db/binary-array';
import { inHalves } from '@/lib/db/in-halves';
import { withSearchBudget, type SearchOptions } from '@/lib/db/search-budget';
import { Prisma } from '@/lib/generated/prisma/client';
import type { SeqSpan } from '@/lib/store/chunks/seq-span';
import type { LineFilter } from '@/lib/store/query/line-filter';
import { lineConditions } from '@/lib/store/query/server/sql/line-conditions';
import { levelPosition } from '@/lib/store/chunks/server/sql/level-counts';
import { CHUNKS } from '@/lib/store/chunks/server/sql/chunk-rows';
import { holdsSpan } from '@/lib/store/chunks/server/sql/span-conditions';
import { FIRST_CODE, FOUND_STEP } from '../../minimap';
import { unnestColumns, UNNEST_SEQ, type FilterColumn } from '@/lib/store/chunks/server/sql/line-row';

/** From this number of spans on, two connections read them at once, one core each. */
const SPLIT_SPANS = 16;

type LevelCodesRequest = { runId: string; shown: LineFilter; found: LineFilter | null };
type LevelCodesRow = { firstSeq: number; levelCodes: string };

/**
 * The level code (`levelCodeOf`) of each shown line of some spans, in order, by the span's first seq. Lines never
 * change, so the statements need no common snapshot, and a merge meanwhile makes no difference.
 */
export async function readLevelCodes(
  request: LevelCodesRequest,
  spans: readonly SeqSpan[],
  options: SearchOptions,
): Promise<ReadonlyMap<number, string>> {
  const rows = await inHalves(spans, SPLIT_SPANS, (half) =>
    withSearchBudget((tx) => readHalf(tx, request, half), options),
  );
  return new Map(rows.map(({ firstSeq, levelCodes }) => [firstSeq, levelCodes]));
}

/** The chunks of a span are sorted before they are unpacked. */
function readHalf(
  tx: Prisma.TransactionClient,
  { runId, shown, found }: LevelCodesRequest,
  spans: readonly SeqSpan[],
): Promise<LevelCodesRow[]> {
  const shownBy = lineConditions(shown);
  const foundBy = found && lineConditions(found);
  const columns = [...new Set<FilterColumn>(['level', ...shownBy.columns, ...(foundBy?.columns ?? [])])];
  const step = foundBy ? Prisma.sql`CASE WHEN ${foundBy.line} THEN ${FOUND_STEP}::int ELSE 0 END` : Prisma.sql`0`;
  return tx.$queryRaw<LevelCodesRow[]>`
    SELECT s.first AS "firstSeq", coalesce((
      SELECT string_agg(chr(${FIRST_CODE - 1}::int + ${levelPosition(Prisma.sql`l.level`)} + ${step}), '') FROM (
        SELECT ${UNNEST_SEQ}, ${unnestColumns(columns)} FROM ${CHUNKS}
        WHERE ${holdsSpan(runId, { firstSeq: Prisma.sql`s.first`, lastSeq: Prisma.sql`s.last` })}
        ORDER BY c.first_seq) l
      WHERE l.seq BETWEEN s.first AND s.last AND ${shownBy.line}), '') AS "levelCodes"
    FROM unnest(${int4Array(spans.map(({ firstSeq }) => firstSeq))}::int[],
                ${int4Array(spans.map(({ lastSeq }) => lastSeq))}::int[]) AS s(first, last)`;
}
