import 'server-only';
import { AppError } from '@/lib/errors';
import { hasErrorCode } from '@/lib/db/to-app-error';

/** A search over all runs answers after this time if it has found certain hits; the next request continues it. */
export const SEARCH_MS = 3000;
/** A search without a certain hit is given up after this time. */
const GIVE_UP_MS = 10_000;

export type SearchClock = { isOver: () => boolean; assertNotLost: () => void };

export function startSearchClock(budgetMs: number): SearchClock {
  const startedAt = performance.now();
  const elapsed = () => performance.now() - startedAt;
  return {
    isOver: () => elapsed() > budgetMs,
    assertNotLost: () => {
      if (elapsed() > Math.max(GIVE_UP_MS, budgetMs)) throw tooLong();
    },
  };
}

const tooLong = (): AppError =>
  new AppError('search_timeout', 'Narrow the search by time, job, level, device or component.');

/** 57014: PostgreSQL cancelled a statement that took longer than a search may. */
export const isStatementTimeout = (error: unknown): boolean => hasErrorCode(error, '57014');
