import 'server-only';
import { AppError } from '@/lib/errors';
import type { Prisma } from '@/lib/generated/prisma/client';
import { hasErrorCode } from './to-app-error';
import { logError } from '@/lib/log-error';
import { db, pool } from './client';
import { withSearchSlot } from './search-share';

/** A search that takes longer is cancelled by PostgreSQL and answered as an error, never as an empty result. */
const SEARCH_BUDGET_MS = 5000;

export type SearchOptions = {
  /** The request's signal: a search whose reader has gone is cancelled in the database. */
  signal?: AbortSignal;
  /** A smaller budget, in milliseconds a statement. */
  budgetMs?: number;
};

/**
 * Runs statements that scan what a user asked for, under a statement timeout; a bad regular expression is the user's error.
 * All statements see the same state, so that chunks which are merged meanwhile are read as they were.
 */
export async function withSearchBudget<T>(
  work: (tx: Prisma.TransactionClient) => Promise<T>,
  { signal, budgetMs = SEARCH_BUDGET_MS }: SearchOptions = {},
): Promise<T> {
  try {
    return await withSearchSlot(signal, () =>
      db().$transaction(
        async (tx) => {
          const rows = await tx.$queryRaw<{ pid: number }[]>`
          SELECT pg_backend_pid() AS pid, set_config('statement_timeout', ${String(budgetMs)}, true)`;
          return await cancelledBy(signal, rows[0]?.pid ?? 0, () => work(tx));
        },
        { maxWait: 5000, timeout: SEARCH_BUDGET_MS * 3, isolationLevel: 'RepeatableRead' },
      ),
    );
  } catch (error) {
    // 2201B: invalid_regular_expression.
    if (hasErrorCode(error, '2201B')) {
      const reason = /invalid regular expression: ([^`\n]+)/.exec(String(error))?.[1] ?? 'PostgreSQL does not know it';
      throw new AppError('invalid_request', `The regular expression is not valid: ${reason}.`, {
        errors: [{ field: 'q', detail: 'expected a regular expression that PostgreSQL knows' }],
        cause: error,
      });
    }
    throw error;
  }
}

/**
 * Cancels the running statement when `signal` aborts. The transaction ends only after the cancellation, so that it
 * cannot hit the connection's next use.
 */
async function cancelledBy<T>(signal: AbortSignal | undefined, pid: number, work: () => Promise<T>): Promise<T> {
  if (signal?.aborted) throw new AppError('search_timeout', 'The reader has gone.');
  let cancelling: Promise<unknown> = Promise.resolve();
  const cancel = () => {
    cancelling = pool()
      .query('SELECT pg_cancel_backend($1)', [pid])
      .catch((error: unknown) => logError(new Error('a search was not cancelled', { cause: error }), 'search'));
  };
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    return await work();
  } finally {
    signal?.removeEventListener('abort', cancel);
    await cancelling;
  }
}
