import 'server-only';
import { db } from '@/lib/db/client';
import { withSearchBudget, type SearchOptions } from '@/lib/db/search-budget';
import type { ChunkMatches } from '../match-index';
import type { LineFilter } from '../schema';
import { countMatches } from './count-matches';
import { getLastSeq } from './get-last-seq';

/** From so many lines on, a search is read by two connections at once: one core each, and a few ms more for a rare word. */
const SPLIT_LINES = 50_000;

type Matches = { lastSeq: number; chunks: ChunkMatches[] };

/** Counts of the latest searches, so that scrolling through a filtered run counts once; some hundred bytes a chunk. */
const MAX_REMEMBERED = 100;
const remembered = new Map<string, ChunkMatches[]>();

/** Where in a run the lines that match are, up to its last line of now. Throws `not_found` and `search_timeout`. */
export async function findMatches(runId: string, filter: LineFilter, options: SearchOptions = {}): Promise<Matches> {
  const { level, component, device, phase, q } = filter;
  const lastSeq = await getLastSeq(db(), runId);
  const key = JSON.stringify([runId, lastSeq, level, component, device, phase, q]);
  const known = remembered.get(key);
  if (known) return { lastSeq, chunks: known };
  const matches = q
    ? await searchLines({ runId, lastSeq, options }, filter)
    : await countInSnapshot(runId, filter, options);
  // What a snapshot saw may be newer than the key.
  if (matches.lastSeq === lastSeq) remember(key, matches.chunks);
  return matches;
}

function remember(key: string, chunks: ChunkMatches[]): void {
  const oldest = remembered.size >= MAX_REMEMBERED ? remembered.keys().next() : undefined;
  if (oldest?.value !== undefined) remembered.delete(oldest.value);
  remembered.set(key, chunks);
}

/** Counts of whole chunks belong to the last seq that the same snapshot shows. */
function countInSnapshot(runId: string, filter: LineFilter, options: SearchOptions): Promise<Matches> {
  return withSearchBudget(async (tx) => {
    const lastSeq = await getLastSeq(tx, runId);
    return { lastSeq, chunks: await countMatches(tx, { runId, firstSeq: 1, lastSeq }, filter) };
  }, options);
}

/** Lines never change, so the two halves need no common snapshot. */
async function searchLines(
  { runId, lastSeq, options }: { runId: string; lastSeq: number; options: SearchOptions },
  filter: LineFilter,
): Promise<Matches> {
  const middle = Math.ceil(lastSeq / 2);
  const spans =
    lastSeq >= SPLIT_LINES
      ? [
          { runId, firstSeq: 1, lastSeq: middle },
          { runId, firstSeq: middle + 1, lastSeq },
        ]
      : [{ runId, firstSeq: 1, lastSeq }];
  const parts = await Promise.all(
    spans.map((span) => withSearchBudget((tx) => countMatches(tx, span, filter), options)),
  );
  return { lastSeq, chunks: parts.flat() };
}
