import 'server-only';
import { HOUR_MS } from '@/lib/format/time-units';
import { Prisma } from '@/lib/generated/prisma/client';
import { isLevel, levelColumn, levelColumns, levelCount, perLevel } from '@/lib/store/chunks/server/sql/level-counts';
import { splitRange, type CountedRange } from '../../bucket';
import type { LineSearch } from '../../schema';

/** Counters know levels, components and jobs; other filters must read chunks. */
export const isCounted = ({ device, phase, q }: LineSearch): boolean => !(device ?? phase ?? q);

/**
 * Counters of the range as a table `t(at, job_id, component, LEVEL_COLUMNS)`, a row a counter and a column a level. One
 * expression, so that all its parts see the same state. Whole hours: what is rolled up (hour_count_pkey), and what
 * unsealed runs have beyond that (run_unsealed_idx, line_count_pkey). The rest: every run's minutes
 * (line_count_minute_idx). With `isByHour` false, everything comes from minutes.
 */
export function countedLines(search: LineSearch, range: CountedRange, isByHour: boolean): Prisma.Sql {
  const { whole, edges } = isByHour ? splitRange(range, HOUR_MS) : { whole: null, edges: [range] };
  const parts = [
    ...edges.map((edge) => minutes(search, edge, { count: Prisma.sql`n.count`, runs: Prisma.sql`true` })),
    ...(whole ? [hours(search, whole), minutes(search, whole, UNROLLED)] : []),
  ];
  return Prisma.sql`(${Prisma.join(parts, ' UNION ALL ')}) t`;
}

/** The sum of each level, in the order of LEVELS. */
export const LEVEL_SUMS = Prisma.sql`
  ${perLevel((level) => Prisma.sql`sum(${levelColumn(level)})`)}::float8[] AS "levelCounts"`;

const UNROLLED = {
  count: Prisma.sql`(n.count - n.rolled)`,
  runs: Prisma.sql`r.sealed_at IS NULL AND n.count <> n.rolled`,
};

const inRange = (column: Prisma.Sql, { fromMs, toMs }: CountedRange): Prisma.Sql =>
  Prisma.sql`${column} >= ${new Date(fromMs)}::timestamptz AND ${column} < ${new Date(toMs)}::timestamptz`;

function nameConditions(
  { component, job }: LineSearch,
  columns: { component: Prisma.Sql; job: Prisma.Sql },
): Prisma.Sql {
  const conditions = [
    ...(component ? [Prisma.sql`${columns.component} = ANY(${component})`] : []),
    ...(job ? [Prisma.sql`${columns.job} = ANY(${job})`] : []),
  ];
  return conditions.length > 0 ? Prisma.join(conditions, ' AND ') : Prisma.sql`true`;
}

function hours(search: LineSearch, range: CountedRange): Prisma.Sql {
  const columns = levelColumns((level) => levelCount(Prisma.sql`h.level_counts`, level));
  return Prisma.sql`
    SELECT h.hour AS at, h.job_id, h.component, ${columns} FROM hour_count h
    WHERE ${inRange(Prisma.sql`h.hour`, range)}
      AND ${nameConditions(search, { component: Prisma.sql`h.component`, job: Prisma.sql`h.job_id` })}`;
}

function minutes(
  search: LineSearch,
  range: CountedRange,
  { count, runs }: { count: Prisma.Sql; runs: Prisma.Sql },
): Prisma.Sql {
  const columns = levelColumns(
    (level) => Prisma.sql`CASE WHEN ${isLevel(Prisma.sql`n.level`, level)} THEN ${count} ELSE 0 END`,
  );
  return Prisma.sql`
    SELECT n.minute AS at, r.job_id, n.component, ${columns} FROM line_count n JOIN run r ON r.id = n.run_id
    WHERE ${runs} AND ${inRange(Prisma.sql`n.minute`, range)}
      AND ${nameConditions(search, { component: Prisma.sql`n.component`, job: Prisma.sql`r.job_id` })}`;
}
