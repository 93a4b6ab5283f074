import 'server-only';
import { withSearchBudget } from '@/lib/db/search-budget';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { LineSearch } from '../../schema';
import type { ChunkHead } from './find-chunk-heads';
import { openChunkWalk } from './open-chunk-walk';
import { isStatementTimeout, startSearchClock } from './search-clock';

/** Chunks counted by one statement: the budget is looked at between statements. */
const BATCH_CHUNKS = 64;

/**
 * Gives the chunks that may hold a match, newest first, to `count` until the budget is over. True when that was before the
 * last one. Throws `search_timeout` when not even the first part could be counted.
 */
export async function scanChunks(
  search: LineSearch,
  budgetMs: number,
  count: (tx: Prisma.TransactionClient, heads: ChunkHead[]) => Promise<void>,
): Promise<boolean> {
  let counted = 0;
  try {
    return await withSearchBudget(async (tx) => {
      const clock = startSearchClock(budgetMs);
      const walk = openChunkWalk(tx, search, null);
      while ((await walk.peek()) !== null) {
        if (counted > 0 && clock.isOver()) return true;
        await count(tx, await walk.take((_head, _before, taken) => taken < BATCH_CHUNKS));
        counted += 1;
      }
      return false;
    });
  } catch (error) {
    if (!isStatementTimeout(error) || counted === 0) throw error;
    return true;
  }
}
