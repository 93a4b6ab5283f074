import 'server-only';
import type { AppError } from '@/lib/errors';
import type { Prisma } from '@/lib/generated/prisma/client';
import { hasErrorCode } from './to-app-error';
import { withSearchBudget, type SearchOptions } from './search-budget';

export type Deadline = Pick<SearchOptions, 'signal'> & {
  /** In terms of performance.now(). */
  deadlineMs: number;
  /** The error that says what to narrow. */
  tooLong: (cause?: unknown) => AppError;
};

/** `withSearchBudget` for one of many statements that have to end by a time together: it has what is left until then. */
export async function readByDeadline<T>(
  work: (tx: Prisma.TransactionClient) => Promise<T>,
  { deadlineMs, tooLong, signal }: Deadline,
): Promise<T> {
  const budgetMs = Math.ceil(deadlineMs - performance.now());
  if (budgetMs <= 0) throw tooLong();
  try {
    return await withSearchBudget(work, { signal, budgetMs });
  } catch (error) {
    // 57014: the statement was cancelled by its timeout, or because the reader has gone.
    if (hasErrorCode(error, '57014') && !signal?.aborted) throw tooLong(error);
    throw error;
  }
}
