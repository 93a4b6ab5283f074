import 'server-only';
import { processState } from '@/lib/process-state';

/** Two readers of whole runs hold four connections of the pool and both cores; more at once would end none of them sooner. */
const MAX_AT_ONCE = 2;

type Turns = { running: number; waiting: (() => void)[] };

const runReads = processState('runReads', (): Turns => ({ running: 0, waiting: [] }));

/** Runs `work` when fewer than MAX_AT_ONCE are at it, in the order of arrival. */
export async function takeTurn<T>(work: () => Promise<T>): Promise<T> {
  const turns = runReads();
  if (turns.running >= MAX_AT_ONCE) await new Promise<void>((resolve) => turns.waiting.push(resolve));
  else turns.running += 1;
  try {
    return await work();
  } finally {
    const next = turns.waiting.shift();
    // The turn is handed over directly, so that no newcomer takes it.
    if (next) next();
    else turns.running -= 1;
  }
}
