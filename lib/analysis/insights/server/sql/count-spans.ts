import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import type { CountedRange } from '@/lib/reading/explore/bucket';
import { valuesOfRows, type CountedSpan, type CountRow } from '../../count-rows';
import { insightBucketStart, rangeBefore, type InsightSpan } from '../../span';

/** Series of their own, as many as can be told apart in a chart. */
const MAX_SERIES = 10;

export type Counting<Measure extends string> = {
  span: InsightSpan;
  /** Sums to be answered; the first ranks the series, the second where that is equal. */
  measures: readonly Measure[];
  /** A table `t(at, value, MEASURES)` of a range. */
  source: (range: CountedRange) => Prisma.Sql;
};

type Row<Measure extends string> = CountRow<Measure> & { otherValues: number };

/** Both ranges by bucket and value, the range before by the series of the present one; in one state of the database. */
export async function countSpans<Measure extends string>(
  tx: Prisma.TransactionClient,
  counting: Counting<Measure>,
): Promise<{ present: CountedSpan<Measure>; before: CountedSpan<Measure>; values: string[] }> {
  const { span } = counting;
  const present = toSpan(await countRange(tx, counting, { range: span.range, shiftMs: 0, values: null }));
  const values = valuesOfRows(present.rows);
  const range = rangeBefore(span);
  const rows =
    range.fromMs < range.toMs ? await countRange(tx, counting, { range, shiftMs: span.shiftMs, values }) : [];
  return { present, before: toSpan(rows), values };
}

const toSpan = <Measure extends string>(rows: Row<Measure>[]): CountedSpan<Measure> => ({
  rows,
  otherValues: rows[0]?.otherValues ?? 0,
});

type CountedPart = { range: CountedRange; shiftMs: number; values: readonly string[] | null };

function countRange<Measure extends string>(
  tx: Prisma.TransactionClient,
  { span: { bucketMs }, measures, source }: Counting<Measure>,
  { range, shiftMs, values }: CountedPart,
): Promise<Row<Measure>[]> {
  const names = measures.map((name) => Prisma.raw(`"${name}"`));
  const sums = (table: string, columns: readonly Prisma.Sql[]) =>
    Prisma.join(columns.map((name) => Prisma.sql`sum(${Prisma.raw(table)}.${name})::float8 AS ${name}`));
  const order = Prisma.join(names.slice(0, 2).map((name) => Prisma.sql`sum(c.${name}) DESC`));
  const isOwn = values === null ? Prisma.sql`n.place <= ${MAX_SERIES}::int` : Prisma.sql`n.value = ANY(${values})`;
  // Multiples of the bucket from any of its starts on.
  const anchor = Prisma.sql`${insightBucketStart(0, bucketMs)}::float8`;
  const start = Prisma.sql`(floor((extract(epoch FROM t.at)::float8 * 1000 + ${shiftMs}::float8 - ${anchor})
    / ${bucketMs}::float8) * ${bucketMs}::float8 + ${anchor})`;
  return tx.$queryRaw<Row<Measure>[]>`
    WITH counted AS MATERIALIZED (
      SELECT ${start} AS start_ms, t.value, ${sums('t', names)} FROM ${source(range)} GROUP BY 1, 2
      HAVING ${Prisma.join(
        names.map((name) => Prisma.sql`sum(t.${name}) <> 0`),
        ' OR ',
      )}
    ), names AS MATERIALIZED (
      SELECT c.value, row_number() OVER (ORDER BY ${order}, c.value COLLATE "C")::int AS place
      FROM counted c GROUP BY c.value
    )
    SELECT c.start_ms AS "startMs", CASE WHEN ${isOwn} THEN c.value END AS value, min(n.place) AS place, ${sums('c', names)},
           (SELECT count(*)::int FROM names n WHERE NOT ${isOwn}) AS "otherValues"
    FROM counted c JOIN names n ON n.value = c.value GROUP BY 1, 2`;
}
