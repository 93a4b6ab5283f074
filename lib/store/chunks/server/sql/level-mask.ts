import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { LEVEL_NUMBER, levelIndex, type Level } from '../../level';

/**
 * On the chunk `c`: it has a line of one of the levels. No index serves it: it is told from the row alone, so that a chunk
 * without such lines is not unpacked.
 */
export function holdsLevels(levels: readonly Level[]): Prisma.Sql {
  const mask = levels.reduce((bits, level) => bits | (1 << levelIndex(LEVEL_NUMBER[level])), 0);
  return Prisma.sql`c.level_mask & ${mask}::int <> 0`;
}
