import 'server-only';
import { readByDeadline } from '@/lib/db/read-by-deadline';
import type { SearchOptions } from '@/lib/db/search-budget';
import { twoAtATime } from '@/lib/db/two-at-a-time';
import { AppError } from '@/lib/errors';
import type { FoldList } from '../../derived-list';
import { foldKey, joinFolds, type FoldPart } from '../../fold-lines';
import type { SeqSpan } from '@/lib/store/chunks/seq-span';
import type { LineFilter } from '@/lib/store/query/line-filter';
import { foldPart } from './fold-part';
import { toLine } from '@/lib/store/chunks/server/sql/line-row';
import { pickLines } from '@/lib/store/chunks/server/sql/pick-lines';

/** Time limit for a whole list: a million lines of one device take some 2 s, so several millions are cut off. */
const FOLD_BUDGET_MS = 8000;
/** Chunks a statement: a search is ended between two of them, and its rows stay in memory. */
const CHUNKS_AT_ONCE = 50;

type FoldSearch = { runId: string; filter: LineFilter; spans: readonly SeqSpan[]; upTo: number };

/** The folds of the lines that match. Throws `search_timeout`. */
export async function findFolds(search: FoldSearch, options: SearchOptions): Promise<FoldList> {
  const { spans } = search;
  const deadline = { deadlineMs: performance.now() + FOLD_BUDGET_MS, tooLong, signal: options.signal };
  const groups = Array.from({ length: Math.ceil(spans.length / CHUNKS_AT_ONCE) }, (_, at) =>
    spans.slice(at * CHUNKS_AT_ONCE, (at + 1) * CHUNKS_AT_ONCE),
  );
  const parts: (FoldPart | null)[] = [];
  await twoAtATime(groups, async (some, at) => {
    parts[at] = await readByDeadline((tx) => foldPart(tx, { ...search, spans: some }, search.filter), deadline);
  });
  const filled = parts.filter((part) => part !== null);
  return joinFolds(filled, await findSeams(search.runId, filled));
}

const tooLong = (cause?: unknown): AppError =>
  new AppError('search_timeout', 'These lines are too many to fold in time; narrow them by level, device or time.', {
    cause,
  });

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
