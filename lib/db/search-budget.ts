import 'server-only';
import { AppError } from '@/lib/errors';
import type { Prisma } from '@/lib/generated/prisma/client';
import { env } from '@/lib/env';
import { logError } from '@/lib/log-error';
import { processState } from '@/lib/process-state';
import { db, pool } from './client';
import { hasErrorCode } from './to-app-error';
import { TurnQueue } from './turn-queue';

/** A search that takes longer is cancelled by PostgreSQL and answered as an error, never as an empty result. */
const SEARCH_BUDGET_MS = 5000;

/**
 * Share of the pool for searches: the other connections stay free for lists, sign-in and ingest, however many searches
 * there are.
 */
const SEARCH_SHARE = 1 / 2;
/** Longest wait of a search; beyond it the search is refused, since those before it use their whole budget. */
const WAIT_MS = 5000;

const searches = processState(
  'searches',
  () =>
    new TurnQueue({
      max: () => Math.max(1, Math.floor(env().DATABASE_POOL_SIZE * SEARCH_SHARE)),
      deadline: {
        waitMs: WAIT_MS,
        refusal: () =>
          new AppError('too_many_requests', 'Too many searches run at once; nothing was searched. Try again later.', {
            retryAfterSeconds: 2,
          }),
      },
    }),
);

export type SearchOptions = {
  /** The request's signal: a search whose reader has gone is cancelled in the database. */
  signal?: AbortSignal;
  /** A smaller budget, in milliseconds a statement. */
  budgetMs?: number;
};

/**
 * Runs statements that scan what a user asked for, under a statement timeout; a bad regular expression is the user's error.
 * All statements see the same state, so that chunks which are merged meanwhile are read as they were. Throws
 * `too_many_requests` when its turn does not come in time, and at once when the reader goes away before it.
 */
export async function withSearchBudget<T>(
  work: (tx: Prisma.TransactionClient) => Promise<T>,
  { signal, budgetMs = SEARCH_BUDGET_MS }: SearchOptions = {},
): Promise<T> {
  try {
    return await searches().take(
      () =>
        db().$transaction(
          async (tx) => {
            const rows = await tx.$queryRaw<{ pid: number }[]>`
          SELECT pg_backend_pid() AS pid, set_config('statement_timeout', ${String(budgetMs)}, true)`;
            return await cancelledBy(signal, rows[0]?.pid ?? 0, () => work(tx));
          },
          { maxWait: 5000, timeout: SEARCH_BUDGET_MS * 3, isolationLevel: 'RepeatableRead' },
        ),
      signal,
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
