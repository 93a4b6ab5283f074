import 'server-only';
import { inSqlTransaction, type SqlTransaction } from '@/lib/db/sql-transaction';
import type { JobFacts } from '../../job-facts';
import { runAddresses } from '../../run-address';
import type { RunStatus } from '../../status';
import { adoptRuns } from './adopt-runs';
import { ensureJobs, takeRunNumbers } from './ensure-jobs';
import { findEnsuredRuns } from './find-ensured-runs';
import { insertRuns } from './insert-runs';

export type NewRun = {
  /** The sender's own id; null for a run that nobody named. */
  senderRunId: string | null;
  /** The only address that such a run may have; null for one made here. */
  address: string | null;
  /** UNKNOWN_JOB when the sender named none: then the run of that id is meant, whatever its job. */
  job: JobFacts;
  status: RunStatus;
  isImplicit: boolean;
  startedAt: Date;
  isStartGiven: boolean;
  finishedAt?: Date;
  queuedAt?: Date;
  trigger?: string;
  gateway?: string;
  attempt?: number;
};

/** A run by its address and the time of its making, which tells it from another one made later under the same address. */
export type RunKey = { runId: string; createdMs: number };
export type EnsuredRun = RunKey & { isNew: boolean };

/** Addresses are tried one after the other; another sender may take one at the same moment. */
const MAX_ROUNDS = 6;

/**
 * The runs that are wanted, in their order; those that are not there are made, with their jobs. Some few statements,
 * however many runs: a batch of a thousand new ones is answered in well under a second. Runs of a job count 1, 2, 3 …
 */
export async function ensureRuns(wanted: readonly NewRun[]): Promise<EnsuredRun[]> {
  const { runs, stale } = await findEnsuredRuns(wanted);
  const isComplete = stale.length === 0 && runs.every((run) => run !== null);
  if (isComplete) return runs.filter((run) => run !== null);
  return inSqlTransaction((tx) => ensureRunsIn(tx, wanted));
}

/** As ensureRuns, in the caller's transaction, which holds the jobs of all of them until its end. */
export async function ensureRunsIn(tx: SqlTransaction, wanted: readonly NewRun[]): Promise<EnsuredRun[]> {
  if (wanted.length === 0) return [];
  // Whoever makes or adopts a run holds its job: from here on, runs of these jobs come from nobody else.
  await ensureJobs(
    tx,
    wanted.map(({ job }) => job),
  );
  const made: (EnsuredRun | null)[] = wanted.map(() => null);
  const numbers = new Map<number, number>();
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const missing = wanted.flatMap((run, place) => (made[place] ? [] : [{ run, place }]));
    if (missing.length === 0) return made.filter((run) => run !== null);
    const { runs, orphans } = await findEnsuredRuns(
      missing.map(({ run }) => run),
      tx,
    );
    const isAdopted = await adoptRuns(
      tx,
      orphans.map(({ at, runId }) => ({ runId, jobId: missing[at]?.run.job.id ?? '' })),
    );
    // An orphan that went to another job meanwhile is nobody's here; the next round finds or makes this job's own.
    const lost = new Set(orphans.filter((_, nth) => !isAdopted[nth]).map(({ at }) => at));
    for (const [at, { place }] of missing.entries()) if (!lost.has(at)) made[place] = runs[at] ?? null;
    const rest = missing.filter(({ place }, at) => !made[place] && !lost.has(at));
    await insertRound(tx, { rest, round, made, numbers });
  }
  throw new Error('a run found no free address');
}

type Round = {
  rest: { run: NewRun; place: number }[];
  round: number;
  made: (EnsuredRun | null)[];
  /** By place in the list of wanted runs: what was taken stays with its run, so that no number is left out. */
  numbers: Map<number, number>;
};

async function insertRound(tx: SqlTransaction, { rest, round, made, numbers }: Round): Promise<void> {
  const fresh = firstOfEach(rest, ({ run, place }) => nameOf(run, place));
  const without = fresh.filter(({ place }) => !numbers.has(place));
  const taken = await takeRunNumbers(
    tx,
    without.map(({ run }) => run.job.id),
  );
  for (const [at, { place }] of without.entries()) numbers.set(place, taken[at] ?? 0);
  const addressed = fresh.map(({ run, place }) => ({
    run,
    place,
    runId: addressOf(run, round),
    number: numbers.get(place) ?? 0,
  }));
  // Of two jobs' runs with one id, the second is left for the next round, which has another address for it.
  const rows = firstOfEach(addressed, ({ runId }) => runId);
  const inserted = await insertRuns(tx, rows);
  for (const { place, runId } of rows) {
    const createdMs = inserted.get(runId);
    if (createdMs !== undefined) made[place] = { runId, createdMs, isNew: true };
  }
}

function firstOfEach<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const first = new Map<string, Item>();
  for (const item of items) if (!first.has(keyOf(item))) first.set(keyOf(item), item);
  return [...first.values()];
}

/** The same run may be wanted twice in a list, then it is made once; runs that nobody named are never the same. */
const nameOf = ({ senderRunId, address, job }: NewRun, place: number): string =>
  JSON.stringify([job.id, senderRunId, address, senderRunId === null && address === null ? place : null]);

function addressOf({ senderRunId, address, job }: NewRun, round: number): string {
  if (address !== null) return address;
  const candidates = runAddresses(senderRunId, job.id);
  return candidates[Math.min(round, candidates.length - 1)] ?? '';
}
