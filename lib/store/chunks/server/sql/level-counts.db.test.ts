import { describe, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/generated/prisma/client';
import { useTestDatabase } from '@/lib/testing/test-database';
import { ERROR_LEVELS, LEVEL_NUMBER, LEVELS, sumOfLevels } from '../../level';
import {
  addLevels,
  errorSum,
  LEVEL_COLUMNS,
  levelColumn,
  levelColumns,
  levelCount,
  levelPosition,
  levelSum,
  NO_LINES,
  perLevel,
  sumByLevel,
  sumLevels,
} from './level-counts';

useTestDatabase();

const COUNTS = [1, 20, 300, 4000, 50_000];
const OTHER = [5, 4, 3, 2, 1];
const BOTH = COUNTS.map((count, at) => count + (OTHER[at] ?? 0));
const ROWS = Prisma.sql`(VALUES (ARRAY[${Prisma.join(COUNTS)}]::int[]), (ARRAY[${Prisma.join(OTHER)}]::int[])) AS t(counts)`;
const ONE_ROW = Prisma.sql`(SELECT ARRAY[${Prisma.join(COUNTS)}]::int[] AS counts, ARRAY[${Prisma.join(OTHER)}]::int[] AS other) t`;
const OF_T = Prisma.sql`t.counts`;

async function valueOf(expression: Prisma.Sql, rows = ONE_ROW): Promise<unknown> {
  const found = await db().$queryRaw<{ value: unknown }[]>`SELECT ${expression} AS value FROM ${rows}`;
  return found[0]?.value;
}

describe('an array of lines per level, in SQL as in TypeScript', () => {
  test.each(LEVELS)('has %s where level.ts puts it', async (level) => {
    expect(await valueOf(levelCount(OF_T, level))).toBe(sumOfLevels(COUNTS, [level]));
    const position = levelPosition(Prisma.sql`${LEVEL_NUMBER[level]}::int`);
    expect(await valueOf(Prisma.sql`t.counts[${position}]`)).toBe(sumOfLevels(COUNTS, [level]));
    expect(await valueOf(levelSum(OF_T, [level, 'INFO']))).toBe(sumOfLevels(COUNTS, [level, 'INFO']));
  });

  test('is added up over all levels, and over those of errors', async () => {
    expect(await valueOf(levelSum(OF_T))).toBe(54_321);
    expect(await valueOf(errorSum(OF_T))).toBe(sumOfLevels(COUNTS, ERROR_LEVELS));
    expect(sumOfLevels(COUNTS, ERROR_LEVELS)).toBe(54_000);
  });

  test('is added to another one, and over rows', async () => {
    expect(await valueOf(addLevels(OF_T, Prisma.sql`t.other`))).toEqual(BOTH);
    expect(await valueOf(Prisma.sql`${sumLevels(OF_T)}::int[]`, ROWS)).toEqual(BOTH);
  });

  test('is made of counts by a level number', async () => {
    const numbers = Prisma.join(
      LEVELS.map((level, at) => Prisma.sql`(${LEVEL_NUMBER[level]}::int, ${COUNTS[at]}::int)`),
    );
    const rows = Prisma.sql`(VALUES ${numbers}, (${LEVEL_NUMBER.INFO}::int, 7)) AS t(level, count)`;
    const sums = Prisma.sql`${sumByLevel(Prisma.sql`t.count`, Prisma.sql`t.level`)}::int[]`;
    expect(await valueOf(sums, rows)).toEqual([1, 27, 300, 4000, 50_000]);
    expect(await valueOf(Prisma.sql`${sums} = ${NO_LINES}`, Prisma.sql`${rows} WHERE t.level = 0`)).toBe(true);
  });

  test('is taken apart into a column a level, and put together again', async () => {
    const columns = Prisma.sql`(SELECT ${levelColumns((level) => levelCount(OF_T, level))} FROM ${ONE_ROW}) l`;
    expect(await valueOf(Prisma.sql`ARRAY[${LEVEL_COLUMNS}]`, columns)).toEqual(COUNTS);
    expect(
      await valueOf(
        perLevel((level) => Prisma.sql`2 * l.${levelColumn(level)}`),
        columns,
      ),
    ).toEqual(COUNTS.map((count) => 2 * count));
  });
});
