import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { ERROR_LEVELS, LEVEL_NUMBER, levelIndex, LEVELS, type Level } from '../../level';

// Of `level_counts`, `rolled_level_counts` and what is added up to be such an array. No index serves them.

/** Where PostgreSQL's arrays, which begin at 1, have a level. */
const positionOf = (level: Level): Prisma.Sql => Prisma.raw(String(levelIndex(LEVEL_NUMBER[level]) + 1));

/** The same of a level's number, a column of the statement around. */
export const levelPosition = (number: Prisma.Sql): Prisma.Sql => Prisma.sql`(${number} / 10)`;

/** A level's number as it stands in the statement, so that the planner sees a constant. */
const numberOf = (level: Level): Prisma.Sql => Prisma.raw(String(LEVEL_NUMBER[level]));

/** The lines of one level in an array, such as `d.level_counts`. */
export const levelCount = (counts: Prisma.Sql, level: Level): Prisma.Sql => Prisma.sql`${counts}[${positionOf(level)}]`;

/** The lines of some levels in an array. */
export const levelSum = (counts: Prisma.Sql, levels: readonly Level[] = LEVELS): Prisma.Sql =>
  Prisma.sql`(${Prisma.join(
    levels.map((level) => levelCount(counts, level)),
    ' + ',
  )})`;

/** The lines in an array that count as errors. */
export const errorSum = (counts: Prisma.Sql): Prisma.Sql => levelSum(counts, ERROR_LEVELS);

/** An array of lines per level. */
export const perLevel = (count: (level: Level) => Prisma.Sql): Prisma.Sql =>
  Prisma.sql`ARRAY[${Prisma.join(LEVELS.map(count))}]`;

/** Two arrays added up. */
export const addLevels = (one: Prisma.Sql, other: Prisma.Sql): Prisma.Sql =>
  perLevel((level) => Prisma.sql`${levelCount(one, level)} + ${levelCount(other, level)}`);

/** Arrays of many rows added up. */
export const sumLevels = (counts: Prisma.Sql): Prisma.Sql =>
  perLevel((level) => Prisma.sql`sum(${levelCount(counts, level)})`);

/** `count` of many rows added up per `level`, a level's number. */
export const sumByLevel = (count: Prisma.Sql, level: Prisma.Sql): Prisma.Sql =>
  perLevel((name) => Prisma.sql`coalesce(sum(${count}) FILTER (WHERE ${isLevel(level, name)}), 0)`);

/** On a level's number. */
export const isLevel = (number: Prisma.Sql, level: Level): Prisma.Sql => Prisma.sql`${number} = ${numberOf(level)}`;

/** An array without a line. */
export const NO_LINES = Prisma.sql`'{${Prisma.raw(LEVELS.map(() => 0).join())}}'`;

/** The column of a level where each has one of its own: `n_debug` … `n_critical`. */
export const levelColumn = (level: Level): Prisma.Sql => Prisma.raw(`n_${level.toLowerCase()}`);

/** All of these columns. */
export const LEVEL_COLUMNS = Prisma.join(LEVELS.map(levelColumn));

/** A list of results that gives each level its column. */
export const levelColumns = (count: (level: Level) => Prisma.Sql): Prisma.Sql =>
  Prisma.join(LEVELS.map((level) => Prisma.sql`${count(level)} AS ${levelColumn(level)}`));
