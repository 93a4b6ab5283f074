import 'server-only';
import { AppError } from '@/lib/errors';
import type { Prisma } from '@/lib/generated/prisma/client';
import { hasErrorCode } from '@/lib/http/problem';
import { db } from './client';

/** A search that takes longer is cancelled by PostgreSQL and answered as an error, never as an empty result. */
const SEARCH_BUDGET_MS = 5000;

/**
 * Runs statements that scan what a user asked for, under a statement timeout; a bad regular expression is the user's error.
 * All statements see the same state, so that chunks which are merged meanwhile are read as they were.
 */
export async function withSearchBudget<T>(work: (tx: Prisma.TransactionClient) => Promise<T>): Promise<T> {
  try {
    return await db().$transaction(
      async (tx) => {
        await tx.$executeRaw`SELECT set_config('statement_timeout', ${String(SEARCH_BUDGET_MS)}, true)`;
        return work(tx);
      },
      { maxWait: 5000, timeout: SEARCH_BUDGET_MS * 3, isolationLevel: 'RepeatableRead' },
    );
  } catch (error) {
    // 2201B: invalid_regular_expression.
    if (hasErrorCode(error, '2201B')) {
      throw new AppError('invalid_request', 'q: the regular expression is not valid.', {
        errors: [{ field: 'q', detail: 'expected a regular expression that PostgreSQL knows' }],
        cause: error,
      });
    }
    throw error;
  }
}
