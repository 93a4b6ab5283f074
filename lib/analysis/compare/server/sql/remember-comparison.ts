import 'server-only';
import { LRUCache } from 'lru-cache';
import { processState } from '@/lib/process-state';
import { LEVELS } from '@/lib/store/chunks/level';
import type { RunSummary } from '@/lib/runs/schema';
import { isOpen } from '@/lib/runs/status';
import type { RunComparison } from '../../schema';

/** A comparison of 5,000 devices takes a megabyte. */
const MAX_REMEMBERED = 10;

type Compared = Omit<RunComparison, 'choice'>;

const remembered = processState('comparisons', () => new LRUCache<string, Compared>({ max: MAX_REMEMBERED }));

/**
 * The comparison of two runs, from memory where both have ended and nothing of either arrived since: a reader who goes to
 * a line and back does not wait for a million lines again. What there was no time for is tried again.
 */
export async function rememberComparison(
  { now, before }: { now: RunSummary; before: RunSummary },
  compare: () => Promise<Compared>,
): Promise<Compared> {
  if (isOpen(now.status) || isOpen(before.status)) return compare();
  const key = JSON.stringify([now, before]);
  const known = remembered().get(key);
  if (known) return known;
  const compared = await compare();
  if (compared.messages.levels.length < LEVELS.length) return compared;
  remembered().set(key, compared);
  return compared;
}
