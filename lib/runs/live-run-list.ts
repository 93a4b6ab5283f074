import type { JobHistory, RunPage, RunSummary } from './schema';

/** A page of runs that is refreshed under the reader's eyes. */
export type LiveRunList = {
  /** The rows on screen, in the order in which they were first shown. */
  rows: RunSummary[];
  /** Runs that arrived since; they wait until the reader asks for them. */
  newRuns: RunSummary[];
  /** The page below these rows. */
  nextCursor: string | null;
  /** Of the jobs of rows and new runs. */
  jobHistories: JobHistory[];
};

export const startLiveRunList = (page: RunPage): LiveRunList => ({
  rows: page.runs,
  newRuns: [],
  nextCursor: page.nextCursor,
  jobHistories: page.jobHistories ?? [],
});

/** How many runs a refresh has to ask for to see every row again, new runs included; the API gives 200 at most. */
export const refreshLimit = (list: LiveRunList, pageSize: number): number =>
  Math.min(200, Math.max(pageSize, list.rows.length + list.newRuns.length));

/**
 * Brings `list` up to date with a fresh answer: rows stay where they are and change there, rows that the answer should
 * hold and does not (deleted, or no longer matching) leave, runs that were not there before wait in `newRuns`.
 */
export function refreshLiveRunList(list: LiveRunList, answer: RunPage): LiveRunList {
  if (list.rows.length === 0) return startLiveRunList(answer);
  const fresh = new Map(answer.runs.map((run) => [run.runId, run]));
  const shown = new Set(list.rows.map((run) => run.runId));
  const oldest = answer.nextCursor === null ? undefined : answer.runs.at(-1);
  const rows = list.rows.flatMap((row) => {
    const run = fresh.get(row.runId);
    if (run) return [run];
    // New runs pushed this row below the end of the answer: it stays as it was last seen.
    return oldest && row.startedAt <= oldest.startedAt ? [row] : [];
  });
  const last = list.nextCursor === null ? undefined : list.rows.at(-1);
  const newRuns = answer.runs.filter((run) => !shown.has(run.runId) && (!last || run.startedAt > last.startedAt));
  return { rows, newRuns, nextCursor: list.nextCursor, jobHistories: refreshHistories(list, answer) };
}

/** Rows that the answer no longer holds keep their job's history as it was last seen. */
function refreshHistories(list: LiveRunList, answer: RunPage): JobHistory[] {
  const fresh = answer.jobHistories ?? [];
  const known = new Set(fresh.map(({ jobId }) => jobId));
  return [...fresh, ...list.jobHistories.filter(({ jobId }) => !known.has(jobId))];
}
