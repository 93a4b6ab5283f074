import 'server-only';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import { withSearchBudget, type SearchOptions } from '@/lib/db/search-budget';
import { LEVELS } from '@/lib/store/chunks/level';
import { totalMatches } from '../match-index';
import { fillBuckets, shownCountOf, spansToRead, type MinimapSpan, type MinimapTally } from '../minimap';
import type { LineFilter } from '@/lib/store/query/line-filter';
import type { Minimap, MinimapQuery } from '../schema';
import { countSpanLevels } from './sql/count-span-levels';
import { findMatches } from './sql/find-matches';
import { getLastSeq } from './sql/get-last-seq';
import { readLevelCodes } from './sql/read-level-codes';

type Spans = { lastSeq: number; spans: MinimapSpan[] };
type Search = { runId: string; shown: LineFilter; found: LineFilter | null; options: SearchOptions };

/**
 * Levels, and matches of a search, in equal parts of the lines that are shown; exact. A chunk inside one part gives its
 * counts; only chunks across a border are read line by line. Throws `not_found` and `search_timeout`.
 */
export async function getMinimap(
  viewer: Viewer,
  runId: string,
  { signal, buckets: wanted, find, ...filter }: MinimapQuery & SearchOptions,
): Promise<Minimap> {
  assertCan(viewer, 'runs:read');
  const found = find && filter.q ? filter : null;
  const shown = find ? { ...filter, q: undefined } : filter;
  const search = { runId, shown, found, options: { signal } };
  const matches = found ? (await findMatches(runId, found, search.options)).chunks : null;
  const { lastSeq, spans } = isCounted(shown) ? await countSpans(search) : await findSpans(search);
  const levelCodes = await readLevelCodes(search, isCounted(shown) ? spansToRead(spans, matches, wanted) : spans, {
    signal,
  });
  const known = spans.map((span) => ({ ...span, levelCodes: levelCodes.get(span.firstSeq) }));
  return {
    total: known.reduce((sum, span) => sum + shownCountOf(span), 0),
    lastSeq,
    matches: matches && totalMatches(matches),
    buckets: fillBuckets(known, matches, wanted).tallies.map(toBucket),
  };
}

/** Chunks have counts by level and name; any other filter must look at each line. */
function isCounted({ level, component, device, phase, case: _isCaseKept, ...rest }: LineFilter): boolean {
  return Object.values(rest).every((value) => value === undefined);
}

function countSpans({ runId, shown, options }: Search): Promise<Spans> {
  return withSearchBudget(async (tx) => {
    const lastSeq = await getLastSeq(tx, runId);
    return { lastSeq, spans: await countSpanLevels(tx, runId, shown) };
  }, options);
}

/** Matches per chunk of a text search; levels are read from the lines themselves. */
async function findSpans({ runId, shown, options }: Search): Promise<Spans> {
  const { lastSeq, chunks } = await findMatches(runId, shown, options);
  return { lastSeq, spans: chunks.map(({ firstSeq, lastSeq: last }) => ({ firstSeq, lastSeq: last, counts: [] })) };
}

function toBucket({ counts, matches }: MinimapTally): Minimap['buckets'][number] {
  const worst = counts.findLastIndex((count) => count > 0);
  return {
    level: LEVELS[worst] ?? 'DEBUG',
    counts: Object.fromEntries(LEVELS.map((level, at) => [level, counts[at] ?? 0]).filter(([, count]) => count !== 0)),
    ...(matches > 0 && { matches }),
  };
}
