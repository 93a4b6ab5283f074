import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { db } from '@/lib/db/client';
import type { RunSummary } from '../../schema';
import { RUN_ROW_COLUMNS, toRunSummary, type StoredRun } from './run-row';
import { processState } from '@/lib/process-state';

/** A changed run is read once in this time, however many commits and tails it has. */
const REFRESH_INTERVAL_MS = 50;

/** What all tails of one run on this server share: the run's latest facts, read once for all of them. */
export type RunWatch = {
  readonly runId: string;
  /** When the run was made: another one may be made under its address once it is deleted. */
  readonly createdMs: number;
  /** Null when the run was deleted. */
  summary: RunSummary | null;
  /** Grows with every change of the summary. */
  version: number;
  tails: number;
  waiting: Set<() => void>;
};

type WatchState = { watches: Map<string, RunWatch>; dirty: Set<string>; isRefreshing: boolean };

const state = processState('runWatches', (): WatchState => ({
  watches: new Map(),
  dirty: new Set(),
  isRefreshing: false,
}));

/** Starts or joins the watch of a run; every call needs one `leaveRun`. */
export function watchRun(summary: RunSummary, createdMs: number): RunWatch {
  const { watches } = state();
  const { runId } = summary;
  let watch = watches.get(runId);
  if (watch?.createdMs !== createdMs) {
    if (watch) change(watch, null);
    watch = { runId, createdMs, summary, version: 0, tails: 0, waiting: new Set() };
    watches.set(runId, watch);
  }
  watch.tails += 1;
  return watch;
}

export function leaveRun(watch: RunWatch): void {
  watch.tails -= 1;
  if (watch.tails === 0 && state().watches.get(watch.runId) === watch) state().watches.delete(watch.runId);
}

/** Marks runs that may have changed; runs that nobody watches cost nothing. */
export function wakeRuns(runIds: Iterable<string>): void {
  const { watches, dirty, isRefreshing } = state();
  for (const runId of runIds) if (watches.has(runId)) dirty.add(runId);
  if (dirty.size > 0 && !isRefreshing) void refresh();
}

export const watchedRuns = (): string[] => [...state().watches.keys()];

/** Resolves at the next change of the run, at `signal`, or after `timeoutMs`. */
export function waitForChange(
  watch: RunWatch,
  { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal },
): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      watch.waiting.delete(done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, timeoutMs);
    watch.waiting.add(done);
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
}

async function refresh(): Promise<void> {
  const current = state();
  current.isRefreshing = true;
  try {
    while (current.dirty.size > 0) {
      const runIds = [...current.dirty];
      current.dirty.clear();
      await readSummaries(runIds);
      await new Promise((resolve) => setTimeout(resolve, REFRESH_INTERVAL_MS));
    }
  } catch {
    // The database is unreachable: the poll marks the watched runs again, and tails catch up from their seq.
  } finally {
    current.isRefreshing = false;
  }
}

function change(watch: RunWatch, summary: RunSummary | null): void {
  watch.summary = summary;
  watch.version += 1;
  for (const wake of [...watch.waiting]) wake();
}

async function readSummaries(runIds: string[]): Promise<void> {
  const rows = await db().$queryRaw<StoredRun[]>(Prisma.sql`
    SELECT ${RUN_ROW_COLUMNS} FROM run r JOIN job j ON j.id = r.job_id WHERE r.id = ANY(${runIds})`);
  const found = new Map(rows.map((row) => [row.id, row]));
  for (const runId of runIds) {
    const watch = state().watches.get(runId);
    if (!watch) continue;
    const row = found.get(runId);
    const summary = row?.created_at.getTime() === watch.createdMs ? toRunSummary(row) : null;
    if (JSON.stringify(summary) === JSON.stringify(watch.summary)) continue;
    change(watch, summary);
  }
}
