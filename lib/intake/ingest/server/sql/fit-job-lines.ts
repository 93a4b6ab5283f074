import 'server-only';
import { inSqlTransaction } from '@/lib/db/sql-transaction';
import { env } from '@/lib/env';
import { jobFacts, type JobFacts } from '@/lib/runs/job-facts';
import { ensureJobs } from '@/lib/runs/server/sql/ensure-jobs';
import { ensureRunsIn } from '@/lib/runs/server/sql/ensure-runs';
import type { NewRun, RunKey } from '@/lib/runs/server/sql/ensured-run';
import { CLOCK_TOLERANCE_MS, fitRun, type JobRunTimes } from '../../fit-run';
import type { DraftGroup, LineDraft } from '@/lib/store/chunks/line-draft';
import { clusterByTime, type TimeCluster } from '../../time-clusters';
import { believedMs } from '../../time-span';
import { findJobRuns } from './find-job-runs';
import type { Resolving } from './run-target';

/** A cluster of lines of one job without a long pause between them. */
type JobCluster = TimeCluster & { job: JobFacts };
type Fit = {
  /** Runs by line, except for jobs whose lines all go to one run. */
  runs: Map<LineDraft, RunKey>;
  whole: Map<string, RunKey>;
  rest: JobCluster[];
};

/**
 * Finds a run for each line that names only its job, by its time (docs/decisions/0021-which-run.md), with one statement for a
 * whole commit; lines that fit none open one. Twenty batches at once open one run, not twenty: they hold the job meanwhile.
 */
export async function fitJobLines(groups: readonly DraftGroup[], { targets, receivedMs }: Resolving): Promise<void> {
  const clusters = [...byJob(groups).values()].flatMap(({ job, lines }) =>
    clusterByTime(lines, { receivedMs, idleMs: idleMs() }).map((cluster) => ({ ...cluster, job })),
  );
  const first = fitClusters(clusters, await findJobRuns(clusters, { receivedMs, idleMs: idleMs() }), receivedMs);
  const isNamed = clusters.some(({ job }) => job.name !== null || job.type !== null);
  const opened =
    first.rest.length > 0 || isNamed ? await openRest(clusters, first.rest, receivedMs) : new Map<LineDraft, RunKey>();
  for (const group of groups) {
    const whole = group.ref.kind === 'job' ? first.whole.get(group.ref.jobId) : undefined;
    const runOf = (line: LineDraft) => opened.get(line) ?? first.runs.get(line);
    targets.set(group, whole ? [{ run: whole, lines: group.lines }] : splitByRun(group.lines, runOf));
  }
}

const idleMs = (): number => env().JOB_IDLE_SECONDS * 1000;

function byJob(groups: readonly DraftGroup[]): Map<string, { job: JobFacts; lines: LineDraft[] }> {
  const jobs = new Map<string, { job: JobFacts; lines: LineDraft[] }>();
  for (const { ref, jobName, jobType, lines } of groups) {
    if (ref.kind !== 'job') continue;
    const known = jobs.get(ref.jobId);
    const job = jobFacts(ref.jobId, { name: jobName ?? known?.job.name, type: jobType ?? known?.job.type });
    jobs.set(ref.jobId, { job, lines: known ? known.lines.concat(lines) : lines });
  }
  return jobs;
}

function fitClusters(clusters: readonly JobCluster[], candidates: readonly JobRunTimes[][], receivedMs: number): Fit {
  const fit: Fit = { runs: new Map(), whole: new Map(), rest: [] };
  const counts = new Map<string, number>();
  for (const { job } of clusters) counts.set(job.id, (counts.get(job.id) ?? 0) + 1);
  for (const [at, cluster] of clusters.entries()) {
    const runs = (candidates[at] ?? []).filter(({ endMs }) => endMs + reachMs() >= cluster.fromMs);
    const [earliest, latest] = [cluster.fromMs, cluster.toMs].map((timeMs) => fitRun(runs, timeMs, idleMs()));
    // The usual case: one run is near, and both ends of the lines are inside it.
    const only = runs.length === 1 && earliest && latest ? earliest : null;
    if (only && counts.get(cluster.job.id) === 1) fit.whole.set(cluster.job.id, only);
    else fitEach(fit, cluster, (line) => only ?? fitRun(runs, timeIn(cluster, line, receivedMs), idleMs()));
  }
  fit.rest = fit.rest.map((cluster) => ({ ...cluster, ...spanOf(cluster.lines, cluster, receivedMs) }));
  return fit;
}

const reachMs = (): number => Math.max(idleMs(), CLOCK_TOLERANCE_MS);

function fitEach(fit: Fit, cluster: JobCluster, fitTo: (line: LineDraft) => JobRunTimes | null): void {
  const rest: LineDraft[] = [];
  for (const line of cluster.lines) {
    const run = fitTo(line);
    if (run) fit.runs.set(line, run);
    else rest.push(line);
  }
  if (rest.length > 0) fit.rest.push({ ...cluster, lines: rest });
}

/** The line's time; for a clock that is off, the nearest time of its cluster. */
const timeIn = ({ fromMs, toMs }: TimeCluster, { time }: LineDraft, receivedMs: number): number =>
  Math.min(toMs, Math.max(fromMs, believedMs(time.ms, receivedMs)));

function spanOf(lines: readonly LineDraft[], cluster: TimeCluster, receivedMs: number) {
  let [fromMs, toMs] = [cluster.toMs, cluster.fromMs];
  for (const line of lines) {
    const timeMs = timeIn(cluster, line, receivedMs);
    fromMs = Math.min(fromMs, timeMs);
    toMs = Math.max(toMs, timeMs);
  }
  return { fromMs, toMs };
}

/**
 * Looks again under the jobs' locks, since another batch may have opened a run meanwhile, and opens the missing runs.
 */
async function openRest(
  all: readonly JobCluster[],
  rest: readonly JobCluster[],
  receivedMs: number,
): Promise<Map<LineDraft, RunKey>> {
  return inSqlTransaction(async (tx) => {
    await ensureJobs(
      tx,
      all.map(({ job }) => job),
    );
    const fit = fitClusters(rest, await findJobRuns(rest, { receivedMs, idleMs: idleMs() }, tx), receivedMs);
    const opened = await ensureRunsIn(
      tx,
      fit.rest.map(({ job, fromMs }) => implicitRun(job, fromMs)),
    );
    for (const [at, { lines }] of fit.rest.entries()) {
      const run = opened[at];
      if (run) for (const line of lines) fit.runs.set(line, run);
    }
    for (const { job, lines } of rest) {
      const run = fit.whole.get(job.id);
      if (run) for (const line of lines) fit.runs.set(line, run);
    }
    return fit.runs;
  });
}

const implicitRun = (job: JobFacts, startMs: number): NewRun => ({
  senderRunId: null,
  address: null,
  job,
  status: 'running',
  isImplicit: true,
  startedAt: new Date(startMs),
  isStartGiven: false,
});

function splitByRun(lines: LineDraft[], runOf: (line: LineDraft) => RunKey | undefined) {
  const parts = new Map<string, { run: RunKey; lines: LineDraft[] }>();
  for (const line of lines) {
    const run = runOf(line);
    if (!run) throw new Error('a line found no run');
    const part = parts.get(run.runId);
    if (part) part.lines.push(line);
    else parts.set(run.runId, { run, lines: [line] });
  }
  return [...parts.values()];
}
