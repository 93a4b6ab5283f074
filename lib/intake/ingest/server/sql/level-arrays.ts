import 'server-only';
import { int4Array } from '@/lib/db/binary-array';
import { Prisma } from '@/lib/generated/prisma/client';
import { LEVELS } from '@/lib/store/chunks/level';

/** The rows' lines per level, a list a level, for unnest; the rows are to have LEVEL_COLUMNS then. */
export const levelArrays = (rows: readonly { levelCounts: readonly number[] }[]): Prisma.Sql =>
  Prisma.join(
    LEVELS.map((_, at) => Prisma.sql`${int4Array(rows.map(({ levelCounts }) => levelCounts[at] ?? 0))}::int[]`),
  );
