/** Sender's and server's clocks differ by seconds although both are right: a line this near to a run's span is inside. */
export const CLOCK_TOLERANCE_MS = 10_000;

/** A run of the job, as far as it decides whether a line belongs to it; times in milliseconds since 1970. */
export type RunTimes = {
  runId: string;
  createdMs: number;
  startMs: number;
  /** The end; of an open run now, and of one that only silence ends its latest line. */
  endMs: number;
  isOpen: boolean;
  /** Its sender gave it an id: lines that do not name it belong to it only when their time does. */
  isNamed: boolean;
  /** It is open, or ended so shortly ago that its last lines may still be on their way, and it was heard of since. */
  isRecent: boolean;
  /** Lines opened it, and silence has ended it: what is not inside of its time belongs to another run. */
  isSilent: boolean;
};

/**
 * The run whose time a line fits that names only its job; null when it fits none. Inside of several the latest started; else the
 * nearest one, if it ended or begins within seconds; else, of runs without an id of their sender, an open one before the one just
 * ended, each for the length of silence (`idleMs`) that parts a job's runs.
 */
export function fitRun<Run extends RunTimes>(runs: readonly Run[], timeMs: number, idleMs: number): Run | null {
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

/** The smaller, the better it fits; Infinity where it does not. */
function rankOf(run: RunTimes, timeMs: number, idleMs: number): number {
  const awayMs = timeMs < run.startMs ? run.startMs - timeMs : Math.max(0, timeMs - run.endMs);
  if (run.isSilent && awayMs > 0) return Infinity;
  if (awayMs <= CLOCK_TOLERANCE_MS) return awayMs;
  if (run.isNamed || !run.isRecent || awayMs > idleMs) return Infinity;
  return run.isOpen ? CLOCK_TOLERANCE_MS + awayMs : CLOCK_TOLERANCE_MS + idleMs + awayMs;
}
