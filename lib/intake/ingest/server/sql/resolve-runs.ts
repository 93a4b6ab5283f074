import 'server-only';
import { LRUCache } from 'lru-cache';
import { ensureRuns } from '@/lib/runs/server/sql/ensure-runs';
import type { NewRun, RunKey } from '@/lib/runs/server/sql/ensured-run';
import { jobFacts, SYSTEM_JOB, SYSTEM_RUN_PREFIX, UNKNOWN_JOB } from '@/lib/runs/job-facts';
import type { DraftGroup } from '@/lib/store/chunks/line-draft';
import { timeSpan } from '../../time-span';
import { fitJobLines } from './fit-job-lines';
import type { Resolving, RunTarget } from './run-target';
import { processState } from '@/lib/process-state';

/** Most cached runs; a batch for a cached run needs no query. */
const MAX_KNOWN_RUNS = 20_000;
/** How long a run named without its job is cached: another job may begin a run of that id. */
const JOBLESS_KNOWN_MS = 1000;

type KnownRun = RunKey & { untilMs: number };
const knownRuns = processState('knownRuns', () => new LRUCache<string, KnownRun>({ max: MAX_KNOWN_RUNS }));

/** Clears the cache, after a cached run turned out to be deleted. */
export function forgetRuns(): void {
  knownRuns().clear();
}

/** The runs that the groups' lines belong to; jobs and runs are made when they are unknown, never refused. */
export async function resolveRuns(
  groups: readonly DraftGroup[],
  receivedMs: number,
): Promise<Map<DraftGroup, RunTarget[]>> {
  const targets = new Map<DraftGroup, RunTarget[]>();
  // Groups with a job come first, so that lines with only the run's id find the run that the same commit makes.
  const [withJob, withoutJob] = [true, false].map((hasJob) =>
    groups.filter(({ ref }) => ref.kind !== 'job' && hasJob === (ref.kind === 'system' || ref.jobId !== null)),
  );
  await resolveNamed(withJob ?? [], { targets, receivedMs });
  await resolveNamed(withoutJob ?? [], { targets, receivedMs });
  const ofJobs = groups.filter(({ ref }) => ref.kind === 'job');
  if (ofJobs.length > 0) await fitJobLines(ofJobs, { targets, receivedMs });
  return targets;
}

async function resolveNamed(groups: readonly DraftGroup[], { targets, receivedMs }: Resolving): Promise<void> {
  const missing = new Map<string, DraftGroup[]>();
  for (const group of groups) {
    const key = keyOf(group);
    const run = findKnown(key, receivedMs);
    const waiting = missing.get(key);
    if (run) targets.set(group, [{ run, lines: group.lines }]);
    else if (waiting) waiting.push(group);
    else missing.set(key, [group]);
  }
  if (missing.size === 0) return;
  const lists = [...missing];
  const runs = await ensureRuns(lists.map(([, [first, ...others]]) => wantedRun(first, others, receivedMs)));
  for (const [at, [key, list]] of lists.entries()) {
    const run = runs[at];
    if (!run) continue;
    const isJobless = list[0]?.ref.kind === 'run' && list[0].ref.jobId === null;
    knownRuns().set(key, {
      runId: run.runId,
      createdMs: run.createdMs,
      untilMs: isJobless ? receivedMs + JOBLESS_KNOWN_MS : Infinity,
    });
    for (const group of list) targets.set(group, [{ run, lines: group.lines }]);
  }
}

/** Groups that name their run alike share one look-up. */
const keyOf = ({ ref, jobName, jobType }: DraftGroup): string =>
  ref.kind === 'run' ? JSON.stringify([ref.runId, ref.jobId, jobName, jobType]) : JSON.stringify(ref);

function findKnown(key: string, nowMs: number): RunKey | undefined {
  const known = knownRuns().get(key);
  return known && known.untilMs > nowMs ? known : undefined;
}

function wantedRun(group: DraftGroup | undefined, others: readonly DraftGroup[], receivedMs: number): NewRun {
  if (!group) throw new Error('a list of groups is empty');
  const { ref, jobName: name, jobType: type } = group;
  const lines = others.length === 0 ? group.lines : [group, ...others].flatMap((each) => each.lines);
  const { fromMs, toMs } = timeSpan(lines, receivedMs);
  const times = { startedAt: new Date(fromMs), isStartGiven: false };
  if (ref.kind === 'run') {
    const job = ref.jobId === null ? UNKNOWN_JOB : jobFacts(ref.jobId, { name, type });
    return { senderRunId: ref.runId, address: null, job, status: 'running', isImplicit: false, ...times };
  }
  const day = ref.kind === 'system' ? ref.day : '';
  const isOver = day < new Date(receivedMs).toISOString().slice(0, 10);
  return {
    senderRunId: null,
    address: `${SYSTEM_RUN_PREFIX}${day}`,
    job: SYSTEM_JOB,
    status: isOver ? 'succeeded' : 'running',
    isImplicit: true,
    ...times,
    ...(isOver && { finishedAt: new Date(toMs) }),
  };
}
