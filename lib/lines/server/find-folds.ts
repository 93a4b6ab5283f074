import 'server-only';
import { withSearchBudget, type SearchOptions } from '@/lib/db/search-budget';
import { AppError } from '@/lib/errors';
import { hasErrorCode } from '@/lib/http/problem';
import type { FoldList } from '../derived-list';
import { foldKey, joinFolds, type FoldPart } from '../fold-lines';
import type { SeqSpan } from '../match-index';
import type { LineFilter } from '../schema';
import { foldPart } from './fold-part';
import { toLine } from './line-row';
import { pickLines } from './pick-lines';

/** Of a whole list: a million lines of one device take some 2 s, so that several millions end here. */
const FOLD_BUDGET_MS = 8000;
/** Chunks a statement: a search is ended between two of them, and its rows stay in memory. */
const CHUNKS_AT_ONCE = 50;
/** Parts folded at a time, a connection and a core each. */
const AT_ONCE = 2;

type FoldSearch = { runId: string; filter: LineFilter; spans: readonly SeqSpan[]; upTo: number };

/** The folds of the lines that match. Throws `search_timeout`. */
export async function findFolds(search: FoldSearch, options: SearchOptions): Promise<FoldList> {
  const { spans } = search;
  const deadline = performance.now() + FOLD_BUDGET_MS;
  const parts: (FoldPart | null)[] = [];
  let next = 0;
  const work = async () => {
    while (next * CHUNKS_AT_ONCE < spans.length) {
      const part = next;
      next += 1;
      const some = spans.slice(part * CHUNKS_AT_ONCE, (part + 1) * CHUNKS_AT_ONCE);
      parts[part] = await foldInTime({ ...search, spans: some }, { ...options, deadline });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const filled = parts.filter((part) => part !== null);
  return joinFolds(filled, await findSeams(search.runId, filled));
}

type Timed = SearchOptions & { deadline: number };

async function foldInTime(search: FoldSearch, { deadline, signal }: Timed) {
  const budgetMs = Math.ceil(deadline - performance.now());
  const tooLarge = (cause?: unknown) =>
    new AppError('search_timeout', 'These lines are too many to fold in time; narrow them by level, device or time.', {
      cause,
    });
  if (budgetMs <= 0) throw tooLarge();
  try {
    return await withSearchBudget((tx) => foldPart(tx, search, search.filter), { signal, budgetMs });
  } catch (error) {
    // 57014: the statement was cancelled by its timeout, or because the reader has gone.
    if (hasErrorCode(error, '57014') && !signal?.aborted) throw tooLarge(error);
    throw error;
  }
}

/** Whether a part's first line repeats the last one of the part before. Lines of a run that was deleted meanwhile do not. */
async function findSeams(runId: string, parts: readonly FoldPart[]): Promise<(part: number) => boolean> {
  const seqs = new Set(parts.flatMap((part) => [part.seqs[0] ?? 0, part.lastSeq]));
  const lines = await pickLines(parts.length < 2 ? [] : [...seqs].map((seq) => ({ runId, seq })));
  const keys = new Map(lines.map((row) => [row.seq, foldKey(toLine(row))]));
  return (part) => {
    const key = keys.get(parts[part]?.seqs[0] ?? 0);
    return key !== undefined && key === keys.get(parts[part - 1]?.lastSeq ?? 0);
  };
}
