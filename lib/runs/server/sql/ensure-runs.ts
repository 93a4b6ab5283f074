import 'server-only';
import { inSqlTransaction, type SqlTransaction } from '@/lib/db/sql-transaction';
import { runAddresses } from '../../run-address';
import { adoptRuns } from './adopt-runs';
import { ensureJobs, takeRunNumbers } from './ensure-jobs';
import type { EnsuredRun, NewRun } from './ensured-run';
import { findEnsuredRuns } from './find-ensured-runs';
import { insertRuns } from './insert-runs';

/** Rounds in which the next address is tried, since another sender may take one at the same moment. */
const MAX_ROUNDS = 6;

/**
 * The wanted runs in their order; missing ones are made, with their jobs. It takes a few statements for any number of
 * runs: a batch of a thousand new ones is answered in well under a second. Runs of a job count 1, 2, 3 …
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
  // Making or adopting a run needs its job's lock: from here on, nobody else adds runs to these jobs.
  await ensureJobs(
    tx,
    wanted.map(({ job }) => job),
  );
  const made: (EnsuredRun | null)[] = wanted.map(() => null);
  const numbers = new Map<number, number>();
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const missing = wanted.flatMap((run, index) => (made[index] ? [] : [{ run, index }]));
    if (missing.length === 0) return made.filter((run) => run !== null);
    const { runs, orphans } = await findEnsuredRuns(
      missing.map(({ run }) => run),
      tx,
    );
    const isAdopted = await adoptRuns(
      tx,
      orphans.map(({ at, runId }) => ({ runId, jobId: missing[at]?.run.job.id ?? '' })),
    );
    // An orphan that another job took meanwhile is lost here; the next round finds or makes this job's own run.
    const lost = new Set(orphans.filter((_, nth) => !isAdopted[nth]).map(({ at }) => at));
    for (const [at, { index }] of missing.entries()) if (!lost.has(at)) made[index] = runs[at] ?? null;
    const rest = missing.filter(({ index }, at) => !made[index] && !lost.has(at));
    await insertRound(tx, { rest, round, made, numbers });
  }
  throw new Error('a run found no free address');
}

type Round = {
  rest: { run: NewRun; index: number }[];
  round: number;
  made: (EnsuredRun | null)[];
  /** Run numbers by index in the list of wanted runs; a number stays with its run, so that none is left out. */
  numbers: Map<number, number>;
};

async function insertRound(tx: SqlTransaction, { rest, round, made, numbers }: Round): Promise<void> {
  const fresh = firstOfEach(rest, ({ run, index }) => nameOf(run, index));
  const without = fresh.filter(({ index }) => !numbers.has(index));
  const taken = await takeRunNumbers(
    tx,
    without.map(({ run }) => run.job.id),
  );
  for (const [at, { index }] of without.entries()) numbers.set(index, taken[at] ?? 0);
  const addressed = fresh.map(({ run, index }) => ({
    run,
    index,
    runId: addressOf(run, round),
    number: numbers.get(index) ?? 0,
  }));
  // When runs of two jobs have one id, the second waits for the next round, which has another address for it.
  const rows = firstOfEach(addressed, ({ runId }) => runId);
  const inserted = await insertRuns(tx, rows);
  for (const { index, runId } of rows) {
    const createdMs = inserted.get(runId);
    if (createdMs !== undefined) made[index] = { runId, createdMs, isNew: true };
  }
}

function firstOfEach<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const first = new Map<string, Item>();
  for (const item of items) if (!first.has(keyOf(item))) first.set(keyOf(item), item);
  return [...first.values()];
}

/** A run that is wanted twice in a list is made once; runs without a name are never the same. */
const nameOf = ({ senderRunId, address, job }: NewRun, index: number): string =>
  JSON.stringify([job.id, senderRunId, address, senderRunId === null && address === null ? index : null]);

function addressOf({ senderRunId, address, job }: NewRun, round: number): string {
  if (address !== null) return address;
  const candidates = runAddresses(senderRunId, job.id);
  return candidates[Math.min(round, candidates.length - 1)] ?? '';
}
