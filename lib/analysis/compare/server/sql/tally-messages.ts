import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import { LEVEL_NUMBER, type Level } from '@/lib/store/chunks/level';
import type { Masker } from '@/lib/analysis/patterns/masker';
import { addLines, type MessageTally, type TalliedMessage } from '@/lib/analysis/patterns/message-tally';
import { findMatchingLines } from '@/lib/analysis/patterns/server/sql/find-matching-lines';
import { findSpanLines } from '@/lib/analysis/patterns/server/sql/find-span-lines';

/** Warnings and worse, or the lower levels. */
export type LevelPart = 'problems' | 'rest';

const PROBLEMS: Level[] = ['WARNING', 'ERROR', 'CRITICAL'];

/**
 * Lines a statement: some 20 ms of work in this process, after which other requests get their turn and the time limit
 * is checked. There are few lines of warnings and worse.
 */
const SPAN_LINES: Record<LevelPart, number> = { problems: 100_000, rest: 20_000 };
/** Most different messages of a run; logs with more of them cannot be compared. */
const MAX_PATTERNS = 50_000;

export type TallyRequest = {
  runId: string;
  lastSeq: number;
  part: LevelPart;
  mask: Masker;
  /** In terms of performance.now(). */
  deadlineMs: number;
};

/**
 * The messages of a run with their counts; null when there was no time to read all lines, or there are too many
 * different messages.
 */
export async function tallyMessages(
  tx: Prisma.TransactionClient,
  { runId, lastSeq, part, mask, deadlineMs }: TallyRequest,
): Promise<TalliedMessage[] | null> {
  const tally: MessageTally = new Map();
  const isProblems = part === 'problems';
  const isWanted = (level: number) => level >= LEVEL_NUMBER.WARNING === isProblems;
  for (let fromSeq = 1; fromSeq <= lastSeq; fromSeq += SPAN_LINES[part]) {
    if (performance.now() > deadlineMs) return null;
    const toSeq = Math.min(fromSeq + SPAN_LINES[part], lastSeq + 1);
    const span = { runId, fromSeq, toSeq };
    const found = await (isProblems ? findMatchingLines(tx, span, { level: PROBLEMS }) : findSpanLines(tx, span));
    for (const lines of found) addLines(tally, lines, { mask, isWanted });
    if (tally.size > MAX_PATTERNS) return null;
  }
  return [...tally.values()].flat();
}
