import type { History } from './schema';

/** A device's result in one earlier run; `pattern` of its failure, null when it went well. */
export type EarlierOutcome = { startedAt: string; pattern: string | null };

/** A cause that appeared and disappeared this often is flaky, even if it occurred in the latest runs. */
const FLAKY_CHANGES = 4;

/** `earlier` is newest first; `isCut` when older runs were not looked at. */
export function judgeFailure(pattern: string, earlier: readonly EarlierOutcome[], isCut: boolean): History {
  const streak = countStreak(pattern, earlier);
  const isSeen = earlier.some((outcome) => outcome.pattern === pattern);
  const isFlaky = countChanges(pattern, earlier) >= FLAKY_CHANGES || (streak === 0 && isSeen);
  return {
    kind: isFlaky ? 'flaky' : streak > 0 ? 'known' : 'new',
    runsInARow: streak + 1,
    isAtLeast: isCut && streak > 0 && streak === earlier.length,
    since: earlier[streak - 1]?.startedAt ?? null,
  };
}

/**
 * For a device that recovered in this run: its failure in the run before, with the number of runs it failed in a row.
 */
export function judgeRecovery(
  earlier: readonly EarlierOutcome[],
  isCut: boolean,
): { pattern: string; history: History } | null {
  const pattern = earlier[0]?.pattern ?? null;
  if (pattern === null) return null;
  const runsInARow = countStreak(pattern, earlier);
  const history: History = {
    kind: 'recovered',
    runsInARow,
    isAtLeast: isCut && runsInARow === earlier.length,
    since: earlier[runsInARow - 1]?.startedAt ?? null,
  };
  return { pattern, history };
}

function countStreak(pattern: string, earlier: readonly EarlierOutcome[]): number {
  const end = earlier.findIndex((outcome) => outcome.pattern !== pattern);
  return end === -1 ? earlier.length : end;
}

function countChanges(pattern: string, earlier: readonly EarlierOutcome[]): number {
  const had = [true, ...earlier.map((outcome) => outcome.pattern === pattern)];
  return had.filter((value, at) => at > 0 && value !== had[at - 1]).length;
}
