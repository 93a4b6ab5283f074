import 'server-only';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { processState } from '@/lib/process-state';

/**
 * Share of the pool for searches: the other connections stay free for lists, sign-in and ingest, however many searches
 * there are.
 */
const SEARCH_SHARE = 1 / 2;
/** Longest wait of a search; beyond it the search is refused, since those before it use their whole budget. */
const WAIT_MS = 5000;

type Share = { running: number; waiting: Set<() => void> };

// Route bundles are separate module graphs in Next.
const share = processState('searches', (): Share => ({ running: 0, waiting: new Set() }));
const maxRunning = (): number => Math.max(1, Math.floor(env().DATABASE_POOL_SIZE * SEARCH_SHARE));

/**
 * Runs `search` when fewer than the searches' share of connections are in use, in the order of arrival. Throws
 * `too_many_requests` after too long a wait, and at once when the reader goes away meanwhile.
 */
export async function withSearchSlot<T>(signal: AbortSignal | undefined, search: () => Promise<T>): Promise<T> {
  const searches = share();
  if (searches.running >= maxRunning()) await takeTurn(searches, signal);
  else searches.running += 1;
  try {
    return await search();
  } finally {
    // The slot goes to whoever has waited longest; `running` stays as it is.
    const [next] = searches.waiting;
    if (next) next();
    else searches.running -= 1;
  }
}

function takeTurn({ waiting }: Share, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      clearTimeout(timer);
      waiting.delete(begin);
      signal?.removeEventListener('abort', giveUp);
    };
    const begin = () => {
      leave();
      resolve();
    };
    const giveUp = () => {
      leave();
      reject(
        new AppError('too_many_requests', 'Too many searches run at once; nothing was searched. Try again later.', {
          retryAfterSeconds: 2,
        }),
      );
    };
    const timer = setTimeout(giveUp, WAIT_MS);
    waiting.add(begin);
    signal?.addEventListener('abort', giveUp);
    if (signal?.aborted) giveUp();
  });
}
