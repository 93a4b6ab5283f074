import type { History } from './schema';

/** How a device fared in one earlier run that it took part in; `pattern` of what failed, null when it went well. */
export type Outcome = { startedAt: string; pattern: string | null };

/** A cause that changed so often between there and not there comes and goes, however often it came just now. */
const FLAKY_CHANGES = 4;

/** `earlier` is newest first; `isCut` when older runs were not looked at. */
export function judgeFailure(pattern: string, earlier: readonly Outcome[], isCut: boolean): History {
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

/** Of a device that this run brought to a good end: what it failed of in the run before, with the runs it failed in a row. */
export function judgeRecovery(
  earlier: readonly Outcome[],
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

function countStreak(pattern: string, earlier: readonly Outcome[]): number {
  const end = earlier.findIndex((outcome) => outcome.pattern !== pattern);
  return end === -1 ? earlier.length : end;
}

function countChanges(pattern: string, earlier: readonly Outcome[]): number {
  const had = [true, ...earlier.map((outcome) => outcome.pattern === pattern)];
  return had.filter((value, at) => at > 0 && value !== had[at - 1]).length;
}
