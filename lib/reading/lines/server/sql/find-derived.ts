import 'server-only';
import { LRUCache } from 'lru-cache';
import { db } from '@/lib/db/client';
import { processState } from '@/lib/process-state';
import type { SearchOptions } from '@/lib/db/search-budget';
import { AppError } from '@/lib/errors';
import type { DerivedList } from '../../derived-list';
import { wholeSpans } from '../../fold-lines';
import { lineSelectionText } from '../../line-filter-codec';
import type { LineSelection } from '../../schema';
import { findAround } from './find-around';
import { findFolds } from './find-folds';
import { findMatches } from './find-matches';
import { getRunHead } from './get-last-seq';
import { hasFilter } from '@/lib/store/query/server/sql/line-conditions';

type Derived = { lastSeq: number; list: DerivedList };
type DerivedRequest = { runId: string; selection: LineSelection; upTo: number | undefined };

/** Lines of all remembered lists together, 5 to 12 bytes each; the latest used are kept. */
const MAX_REMEMBERED = 2_000_000;
const remembered = processState(
  'derivedLists',
  () => new LRUCache<string, DerivedList>({ maxSize: MAX_REMEMBERED, sizeCalculation: ({ seqs }) => seqs.length + 1 }),
);

/**
 * The list of lines with their neighbours, or of folds: of the lines up to `upTo`, or of all present lines. It is made
 * once per run, creation, last seq, filter and form, and then cached for a while. Throws `not_found` and
 * `search_timeout`.
 */
export async function findDerived(request: DerivedRequest, options: SearchOptions): Promise<Derived> {
  const { runId, selection } = request;
  const { lastSeq: stored, createdMs } = await getRunHead(db(), runId);
  const lastSeq = Math.min(request.upTo ?? stored, stored);
  const key = JSON.stringify([runId, createdMs, lastSeq, lineSelectionText(selection)]);
  const known = remembered().get(key);
  if (known) return { lastSeq, list: known };
  const list = await makeList({ runId, selection, upTo: lastSeq }, options);
  remembered().set(key, list);
  return { lastSeq, list };
}

async function makeList(
  { runId, selection, upTo }: { runId: string; selection: LineSelection; upTo: number },
  options: SearchOptions,
): Promise<DerivedList> {
  const { around, fold: _fold, ...filter } = selection;
  const spans = hasFilter(filter)
    ? (await findMatches(runId, filter, options)).chunks.filter(({ firstSeq }) => firstSeq <= upTo)
    : wholeSpans(upTo);
  const list =
    around === undefined
      ? await findFolds({ runId, filter, spans, upTo }, options)
      : await findAround({ runId, filter, around, spans, upTo }, options);
  if (list.seqs.length <= MAX_REMEMBERED) return list;
  throw new AppError('search_timeout', 'These are too many lines for this view; narrow them by level, device or time.');
}
