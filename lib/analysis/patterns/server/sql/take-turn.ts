import 'server-only';
import { TurnQueue } from '@/lib/db/turn-queue';
import { processState } from '@/lib/process-state';

/** Two readers of whole runs hold four connections of the pool and both cores; more at once would end none of them sooner. */
const MAX_AT_ONCE = 2;

const runReads = processState('runReads', () => new TurnQueue({ max: () => MAX_AT_ONCE }));

/** Runs `work` when fewer than MAX_AT_ONCE are at it. */
export const takeTurn = <T>(work: () => Promise<T>): Promise<T> => runReads().take(work);
