import 'server-only';
import { LRUCache } from 'lru-cache';
import { db } from '@/lib/db/client';
import { inHalves } from '@/lib/db/in-halves';
import { processState } from '@/lib/process-state';
import { withSearchBudget, type SearchOptions } from '@/lib/db/search-budget';
import { AppError } from '@/lib/errors';
import type { ChunkMatches } from '../../match-index';
import type { SeqSpan } from '@/lib/store/chunks/seq-span';
import type { LineFilter } from '@/lib/store/query/line-filter';
import { countLines } from './count-lines';
import { countMatches } from './count-matches';
import { findCandidates, type CandidateChunk } from './find-candidates';
import { getRunHead, type RunHead } from './get-last-seq';

/** From this number of chunks on, two connections read them at once, one core each. */
const SPLIT_CHUNKS = 16;
/** A chunk that was merged between two statements is looked for again. */
const MAX_ATTEMPTS = 5;

type Matches = RunHead & { chunks: ChunkMatches[] };
type Search = { runId: string; filter: LineFilter; options: SearchOptions };

/** Counts of the latest searches, so that scrolling through a filtered run counts once; some hundred bytes a chunk. */
const MAX_REMEMBERED = 100;
const remembered = processState('lineMatches', () => new LRUCache<string, ChunkMatches[]>({ max: MAX_REMEMBERED }));

/** Matches per chunk of a run, up to its present last line. Throws `not_found` and `search_timeout`. */
export async function findMatches(runId: string, filter: LineFilter, options: SearchOptions = {}): Promise<Matches> {
  const { level, component, device, phase, q, case: isCaseKept, since, until } = filter;
  const keyOf = ({ lastSeq, createdMs }: RunHead) =>
    JSON.stringify([runId, createdMs, lastSeq, level, component, device, phase, q, isCaseKept, since, until]);
  const head = await getRunHead(db(), runId);
  const known = remembered().get(keyOf(head));
  if (known) return { ...head, chunks: known };
  const matches = q ? await searchLines({ runId, filter, options }) : await countByName({ runId, filter, options });
  remembered().set(keyOf(matches), matches.chunks);
  return matches;
}

/** Counts of whole chunks belong to the last seq that the same snapshot shows. */
function countByName({ runId, filter, options }: Search): Promise<Matches> {
  return withSearchBudget(async (tx) => {
    const head = await getRunHead(tx, runId);
    return { ...head, chunks: await countMatches(tx, runId, filter) };
  }, options);
}

async function searchLines(search: Search): Promise<Matches> {
  const { runId, filter, options } = search;
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    const { head, candidates } = await withSearchBudget(
      async (tx) => ({ head: await getRunHead(tx, runId), candidates: await findCandidates(tx, runId, filter) }),
      options,
    );
    const counted = await lookInto(
      search,
      candidates.filter(({ count }) => count === null),
    );
    const chunks = [...candidates.filter(isKnown), ...counted].sort((one, other) => one.firstSeq - other.firstSeq);
    if (areSpansOf(candidates, counted)) return { ...head, chunks };
  }
  throw new AppError('unavailable', 'The run is being merged; try again.', { retryAfterSeconds: 1 });
}

const isKnown = (candidate: CandidateChunk): candidate is ChunkMatches => candidate.count !== null;

const lookInto = ({ runId, filter, options }: Search, chunks: readonly SeqSpan[]): Promise<ChunkMatches[]> =>
  inHalves(chunks, SPLIT_CHUNKS, (spans) =>
    withSearchBudget((tx) => countLines(tx, { runId, spans }, filter), options),
  );

/** Lines never change, so the statements need no common snapshot; chunks do, when they are merged. */
function areSpansOf(candidates: readonly CandidateChunk[], counted: readonly SeqSpan[]): boolean {
  const lastSeqs = new Map(candidates.map(({ firstSeq, lastSeq }) => [firstSeq, lastSeq]));
  return counted.every(({ firstSeq, lastSeq }) => lastSeqs.get(firstSeq) === lastSeq);
}
