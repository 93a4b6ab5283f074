import 'server-only';
import { randomUUID } from 'node:crypto';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import type { Prisma } from '@/lib/generated/prisma/client';
import { ensureJob, ensureRun, insertRun, type NewRun } from '@/lib/runs/server/ensure-run';
import { jobFacts, systemJobFacts, UNKNOWN_JOB, type JobFacts } from '@/lib/runs/job-facts';
import type { DraftGroup } from '../line-draft';

/** Runs that are known to be there, so that a batch for one asks the database nothing; the oldest is dropped first. */
const MAX_KNOWN_RUNS = 20_000;
// Route bundles and instrumentation are separate module graphs in Next: what there must be one of lives on globalThis.
const holder = globalThis as { netravenKnownRuns?: Set<string> };
const knownRuns = (): Set<string> => (holder.netravenKnownRuns ??= new Set());

/** The id of the run that a batch's lines belong to; job and run are created when they are unknown, never refused. */
export async function resolveRun(group: DraftGroup, receivedMs: number): Promise<string> {
  const { ref } = group;
  switch (ref.kind) {
    case 'run': {
      const job = ref.jobId === null ? UNKNOWN_JOB : jobFacts(ref.jobId, named(group));
      return resolveNamed({ runId: ref.runId, job, isImplicit: false }, () => startOf(group, receivedMs));
    }
    case 'system': {
      const runId = `system:${ref.component}:${ref.day}`;
      const job = systemJobFacts(ref.component);
      return resolveNamed({ runId, job, isImplicit: true }, () => startOf(group, receivedMs));
    }
    case 'job':
      return resolveOpen(group, jobFacts(ref.jobId, named(group)), receivedMs);
  }
  return ref satisfies never;
}

const named = ({ jobName, jobType }: DraftGroup) => ({ name: jobName, type: jobType });

/** `startOf` looks at every line of the batch, so it is asked for a new run only. */
async function resolveNamed(run: Omit<NewRun, 'status' | 'startedAt'>, startedAt: () => Date): Promise<string> {
  const { runId, job } = run;
  const key = `${runId}\n${job.id}\n${job.name}\n${job.type}`;
  if (!knownRuns().has(key)) {
    await ensureRun({ ...run, status: 'running', startedAt: startedAt() });
    remember(key);
  }
  return runId;
}

function remember(key: string): void {
  const known = knownRuns();
  const oldest = known.size >= MAX_KNOWN_RUNS ? known.values().next() : undefined;
  if (oldest?.value !== undefined) known.delete(oldest.value);
  known.add(key);
}

/** For when a run that was known turned out to be deleted. */
export function forgetRuns(): void {
  knownRuns().clear();
}

async function resolveOpen(group: DraftGroup, job: JobFacts, receivedMs: number): Promise<string> {
  const open = await findOpenRun(db(), job.id);
  if (open !== undefined && job.name === null && job.type === null) return open;
  await ensureJob(db(), job);
  return db().$transaction(async (tx) => {
    // The job's row is the lock: two batches at once open one run, not two.
    await tx.$queryRaw`SELECT 1 FROM job WHERE id = ${job.id} FOR UPDATE`;
    return (await findOpenRun(tx, job.id)) ?? (await openImplicitRun(tx, { group, job, receivedMs }));
  });
}

/** Uses run_job_id_started_at_id_idx. A run that lines opened is over after a time of silence; an announced one is not. */
async function findOpenRun(tx: Prisma.TransactionClient, jobId: string): Promise<string | undefined> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM run
    WHERE job_id = ${jobId} AND status IN ('queued', 'running')
      AND (NOT is_implicit OR last_received_at > now() - make_interval(secs => ${env().JOB_IDLE_SECONDS}))
    ORDER BY started_at DESC, id DESC LIMIT 1`;
  return rows[0]?.id;
}

async function openImplicitRun(
  tx: Prisma.TransactionClient,
  { group, job, receivedMs }: { group: DraftGroup; job: JobFacts; receivedMs: number },
): Promise<string> {
  const runId = randomUUID();
  await insertRun(tx, { runId, job, status: 'running', isImplicit: true, startedAt: startOf(group, receivedMs) });
  return runId;
}

/** A device without a set clock writes 1970 or 2106: such a time is kept in its line and does not date the run. */
const EARLIEST_START_MS = Date.UTC(2000, 0, 1);
const DAY_MS = 86_400_000;

function startOf({ lines }: DraftGroup, receivedMs: number): Date {
  let start = receivedMs;
  for (const { time } of lines) {
    if (time.ms < start && time.ms > EARLIEST_START_MS && time.ms < receivedMs + DAY_MS) start = time.ms;
  }
  return new Date(start);
}
