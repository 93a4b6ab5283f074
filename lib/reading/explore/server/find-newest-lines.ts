import 'server-only';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import { withSearchBudget } from '@/lib/db/search-budget';
import { sumOfLevels } from '@/lib/store/chunks/level';
import { formatLineCursor, parseLineCursor, type TimeKey } from '../line-cursor';
import { buildHitPage, isPageCertain, newestOf, type LineHit, type HitPage } from '../newest-hits';
import type { FindNewestLinesQuery, NewestLines } from '../schema';
import { findHits } from './sql/find-hits';
import { openChunkWalk, type WantsHead } from './sql/open-chunk-walk';
import { readHits } from './sql/read-hits';
import { isStatementTimeout, SEARCH_MS, startSearchClock } from './sql/search-clock';

/** Chunks read by one statement: each is up to 1,000 lines, and the budget is looked at between statements. */
const MAX_CHUNKS = 64;
/** Matches expected per chunk when other filters than the level are set. */
const NARROW_SHARE = 1 / 20;

/**
 * Lines of all runs, newest first. Chunks are read in the order of their newest line, until no unread chunk can hold a
 * line of the page. When the budget runs out first, the answer has the lines that are certain and a cursor to go on
 * from. Each answer reaches further back in time, so following the cursors ends. Throws `search_timeout` when not even
 * that was possible.
 */
export async function findNewestLines(
  viewer: Viewer,
  query: FindNewestLinesQuery,
  budgetMs = SEARCH_MS,
): Promise<NewestLines> {
  assertCan(viewer, 'runs:read');
  const { hits, next, isPartial } = await findPage(query, budgetMs);
  return {
    lines: await readHits(hits),
    nextCursor: next && formatLineCursor(next),
    partial: isPartial,
  };
}

/** The hits found until the budget, or a statement's timeout, ended the search. */
type Progress = { kept: LineHit[]; frontier: TimeKey | null };

async function findPage(query: FindNewestLinesQuery, budgetMs: number): Promise<HitPage> {
  const { limit } = query;
  const cursor = query.cursor === undefined ? null : parseLineCursor(query.cursor);
  const progress: Progress = { kept: [], frontier: null };
  const isFurther = () => progress.frontier !== null && (cursor === null || progress.frontier < cursor.time);
  try {
    await withSearchBudget(async (tx) => {
      const clock = startSearchClock(budgetMs);
      const walk = openChunkWalk(tx, query, cursor?.time ?? null);
      for (let head = await walk.peek(), round = 0; head; head = await walk.peek(), round += 1) {
        progress.frontier = head.maxTime;
        if (isPageCertain(progress.kept, limit, head.maxTime) || (round > 0 && clock.isOver() && isFurther())) return;
        clock.assertNotLost();
        const heads = await walk.take(wantsMore(query, progress.kept, round));
        progress.kept = newestOf(
          progress.kept,
          await findHits(tx, heads, { search: query, cursor, limit: limit + 1 }),
          limit + 1,
        );
      }
      progress.frontier = null;
    });
  } catch (error) {
    if (!isStatementTimeout(error) || !isFurther()) throw error;
  }
  return buildHitPage(progress.kept, limit, progress.frontier);
}

/**
 * How many chunks to read next: as many as should fill the page, doubled each round, since the guess can be wrong. Once
 * the page is full: all chunks that could still change it.
 */
function wantsMore(
  { level, limit, ...search }: FindNewestLinesQuery,
  kept: readonly LineHit[],
  round: number,
): WantsHead {
  const isNarrow = [search.q, search.component, search.device, search.phase].some((part) => part !== undefined);
  const oldest = kept[limit];
  let expected = kept.length;
  return (head, before, taken) => {
    if (taken >= MAX_CHUNKS) return false;
    if (oldest) return head.maxTime >= oldest.time;
    expected += sumOfLevels(before.levelCounts, level) * (isNarrow ? NARROW_SHARE : 1);
    return taken < 2 ** round || expected <= limit;
  };
}
