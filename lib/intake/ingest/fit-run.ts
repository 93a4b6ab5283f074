/** Tolerance for clocks that differ by seconds: a line this near to a run's span counts as inside. */
export const CLOCK_TOLERANCE_MS = 10_000;

/** A run of the job, as far as it decides whether a line belongs to it; times in milliseconds since 1970. */
export type JobRunTimes = {
  runId: string;
  createdMs: number;
  startMs: number;
  /** The end; of an open run now, and of one that only silence ends its latest line. */
  endMs: number;
  isOpen: boolean;
  /** True when the sender gave the run an id: lines that do not name it belong to it only by their time. */
  isNamed: boolean;
  /**
   * True when the run is open, or ended so recently that its last lines may still be on their way, and it was heard of
   * since.
   */
  isRecent: boolean;
  /** True when lines opened the run and silence ended it: lines outside of its time belong to another run. */
  isSilent: boolean;
};

/**
 * The run for a line that names only its job, found by the line's time; null when none fits. Inside several runs, the
 * latest started one counts. Otherwise it is the nearest run that ended or begins within seconds. Otherwise it is a run
 * without a sender's id within the silence that separates a job's runs (`idleMs`): an open one before one just ended.
 */
export function fitRun<Run extends JobRunTimes>(runs: readonly Run[], timeMs: number, idleMs: number): Run | null {
  let best: Run | null = null;
  let bestRank = Infinity;
  for (const run of runs) {
    const rank = rankOf(run, timeMs, idleMs);
    const isLater = rank === bestRank && best !== null && run.startMs > best.startMs;
    if (rank < bestRank || isLater) {
      best = run;
      bestRank = rank;
    }
  }
  return best;
}

/** Smaller is a better fit; Infinity is none. */
function rankOf(run: JobRunTimes, timeMs: number, idleMs: number): number {
  const awayMs = timeMs < run.startMs ? run.startMs - timeMs : Math.max(0, timeMs - run.endMs);
  if (run.isSilent && awayMs > 0) return Infinity;
  if (awayMs <= CLOCK_TOLERANCE_MS) return awayMs;
  if (run.isNamed || !run.isRecent || awayMs > idleMs) return Infinity;
  return run.isOpen ? CLOCK_TOLERANCE_MS + awayMs : CLOCK_TOLERANCE_MS + idleMs + awayMs;
}
