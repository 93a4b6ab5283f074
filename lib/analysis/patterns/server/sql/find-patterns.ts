import 'server-only';
import { db } from '@/lib/db/client';
import { readByDeadline } from '@/lib/db/read-by-deadline';
import { twoAtATime } from '@/lib/db/two-at-a-time';
import { AppError } from '@/lib/errors';
import { wholeSpans } from '@/lib/reading/lines/fold-lines';
import type { SeqSpan } from '@/lib/store/chunks/seq-span';
import type { LineFilter } from '@/lib/store/query/line-filter';
import { findMatches } from '@/lib/reading/lines/server/sql/find-matches';
import { getRunHead, type RunHead } from '@/lib/reading/lines/server/sql/get-last-seq';
import { hasFilter } from '@/lib/store/query/server/sql/line-conditions';
import { findRunDevices } from '@/lib/runs/server/sql/find-run-devices';
import { createMasker } from '../../masker';
import { addLines, type MessageTally, type TalliedMessage } from '../../message-tally';
import { SPREAD_PARTS } from '../../schema';
import { findMatchingLines } from './find-matching-lines';
import { findSpanLines } from './find-span-lines';

/** Time limit: a million lines take some 2 s, so several millions are cut off. */
const READ_FOR_MS = 8000;
/** Lines a statement: some 20 ms of work in this process, between which others get their turn. */
const LINES_AT_ONCE = 20_000;
/** Most different patterns; logs with more have nothing in common to count. */
const MAX_PATTERNS = 50_000;

export type FoundPatterns = RunHead & { names: ReadonlySet<string>; tallied: TalliedMessage[] };
type PatternSearch = { runId: string; filter: LineFilter; signal: AbortSignal | undefined };

/**
 * The patterns of the matching lines with their counts; every line is read. Throws `not_found` and `search_timeout`.
 */
export async function findPatterns({ runId, filter, signal }: PatternSearch): Promise<FoundPatterns> {
  const { spans, ...head } = await findSpans({ runId, filter, signal });
  const { lastSeq } = head;
  const names = new Set((await findRunDevices(runId)).map(({ device }) => device.toLowerCase()));
  const mask = createMasker(names);
  const tally: MessageTally = new Map();
  const deadline = {
    deadlineMs: performance.now() + READ_FOR_MS,
    tooLong: (cause?: unknown) => tooMuch('are too many to be read in time', cause),
    signal,
  };
  // While one statement reads, the other's answer is masked.
  await twoAtATime(joinSpans(spans), async ({ firstSeq: fromSeq, lastSeq: toLast }) => {
    const span = { runId, fromSeq, toSeq: toLast + 1 };
    const found = await readByDeadline(
      (tx) => (hasFilter(filter) ? findMatchingLines(tx, span, filter) : findSpanLines(tx, span)),
      deadline,
    );
    for (const lines of found) addLines(tally, lines, { mask, spread: { parts: SPREAD_PARTS, lastSeq } });
    if (tally.size > MAX_PATTERNS) throw tooMuch(`say more than ${MAX_PATTERNS} different things`);
  });
  return { ...head, names, tallied: [...tally.values()].flat() };
}

async function findSpans({ runId, filter, signal }: PatternSearch): Promise<RunHead & { spans: SeqSpan[] }> {
  if (!hasFilter(filter)) {
    const head = await getRunHead(db(), runId);
    return { ...head, spans: wholeSpans(head.lastSeq) };
  }
  const { chunks, ...head } = await findMatches(runId, filter, { signal });
  return { ...head, spans: chunks };
}

/** Joins adjacent spans while their lines fit into one statement. */
function joinSpans(spans: readonly SeqSpan[]): SeqSpan[] {
  const joined: SeqSpan[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    const isBeside = last && last.lastSeq + 1 === span.firstSeq;
    if (isBeside && span.lastSeq - last.firstSeq < LINES_AT_ONCE) last.lastSeq = span.lastSeq;
    else joined.push({ ...span });
  }
  return joined;
}

const tooMuch = (what: string, cause?: unknown): AppError =>
  new AppError('search_timeout', `These lines ${what}; narrow them by level, component, device or time.`, { cause });
