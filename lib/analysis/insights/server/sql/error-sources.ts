import 'server-only';
import { HOUR_MS } from '@/lib/format/time-units';
import { Prisma } from '@/lib/generated/prisma/client';
import type { CountedRange } from '@/lib/reading/explore/bucket';
import { countedLines } from '@/lib/reading/explore/server/sql/counted-lines';
import { ERROR_LEVELS, LEVELS, type Level } from '@/lib/store/chunks/level';
import { levelColumn, levelCount } from '@/lib/store/chunks/server/sql/level-counts';
import type { ErrorSplit, InsightErrorsQuery } from '../../schema';
import { NO_VALUE, runsWithin, runValue } from './runs-within';

export const ERROR_MEASURES = ['errors', 'lines'] as const;

/** What a row of counters has of a level. */
type LevelLines = (level: Level) => Prisma.Sql;

const isErrorLevel = (level: Level): boolean => ERROR_LEVELS.includes(level);
const sumOf = (levels: readonly Level[], linesOf: LevelLines): Prisma.Sql =>
  Prisma.sql`(${Prisma.join(levels.map(linesOf), ' + ')})`;

/** Rows `n(value, errors, lines)` of a row of counters: one, or one a level. */
function partsOf(by: ErrorSplit | undefined, value: Prisma.Sql, linesOf: LevelLines): Prisma.Sql {
  const one = Prisma.sql`(${value}, ${sumOf(ERROR_LEVELS, linesOf)}, ${sumOf(LEVELS, linesOf)})`;
  const levels = LEVELS.map(
    (level) => Prisma.sql`(${level}::text, ${isErrorLevel(level) ? linesOf(level) : Prisma.sql`0`}, ${linesOf(level)})`,
  );
  return Prisma.sql`(VALUES ${by === 'level' ? Prisma.join(levels) : one}) AS n(value, errors, lines)`;
}

/** Lines at their own time, of all jobs or of `jobs`: hour_count and what is not rolled up yet, edges by the minute. */
export function linesByTime(by: ErrorSplit | undefined, jobs: string[] | undefined, bucketMs: number) {
  const value = by === 'job' ? Prisma.sql`t.job_id` : by === 'component' ? Prisma.sql`t.component` : NO_VALUE;
  const isByHour = bucketMs % HOUR_MS === 0;
  return (range: CountedRange): Prisma.Sql => Prisma.sql`(
    SELECT t.at, n.value, n.errors, n.lines
    FROM ${countedLines({ job: jobs }, range, isByHour)} CROSS JOIN LATERAL ${partsOf(by, value, levelColumn)}) t`;
}

/** Lines of runs, at the start of their run; with the filter device only the lines that name these devices. */
export function linesByRun({ by, ...filter }: InsightErrorsQuery) {
  const value = by === undefined || by === 'level' || by === 'component' ? NO_VALUE : runValue(by);
  const counts = filter.device ? Prisma.sql`d.level_counts` : Prisma.sql`r.level_counts`;
  const parts = partsOf(by, value, (level) => levelCount(counts, level));
  // run_device_pkey.
  const devices = filter.device
    ? Prisma.sql`JOIN run_device d ON d.run_id = r.id AND d.device = ANY(${filter.device})`
    : Prisma.empty;
  return (range: CountedRange): Prisma.Sql => Prisma.sql`(
    SELECT r.started_at AS at, n.value, n.errors, n.lines
    FROM ${runsWithin(filter, range)} ${devices} CROSS JOIN LATERAL ${parts}) t`;
}
