import 'server-only';
import { unrollRun } from '@/lib/counters/server/unroll-run';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { RunStatus } from '../status';
import { UNKNOWN_JOB, type JobFacts } from '../job-facts';

export type NewRun = {
  runId: string;
  job: JobFacts;
  status: RunStatus;
  isImplicit: boolean;
  startedAt: Date;
  queuedAt?: Date;
  trigger?: string;
  gateway?: string;
  attempt?: number;
};

/** True when this call made the run, false when it was there; an unknown job is made with it. */
export async function ensureRun(run: NewRun): Promise<boolean> {
  const known = await db().run.findUnique({ where: { id: run.runId }, select: { jobId: true } });
  if (known) {
    if (known.jobId === UNKNOWN_JOB.id && run.job.id !== UNKNOWN_JOB.id) await adoptRun(run);
    return false;
  }
  await ensureJob(db(), run.job);
  return db().$transaction((tx) => insertRun(tx, run));
}

/** Makes the job unless it is there; a name or type that the sender gave replaces an older one. */
export async function ensureJob(client: Prisma.TransactionClient, job: JobFacts): Promise<void> {
  const named = { ...(job.name !== null && { name: job.name }), ...(job.type !== null && { type: job.type }) };
  const known = await client.job.findUnique({ where: { id: job.id } });
  if (!known) {
    // Raced by another batch, the other one's row stands.
    await client.job.createMany({
      data: { id: job.id, name: job.name ?? job.fallbackName, type: job.type ?? 'unknown', isSystem: job.isSystem },
      skipDuplicates: true,
    });
  } else if ((named.name ?? known.name) !== known.name || (named.type ?? known.type) !== known.type) {
    await client.job.update({ where: { id: job.id }, data: named });
  }
}

/** The number comes from the job's row, whose lock makes the runs of a job count 1, 2, 3 … */
export async function insertRun(tx: Prisma.TransactionClient, run: NewRun): Promise<boolean> {
  const number = await takeRunNumber(tx, run.job.id);
  if (await tx.run.findUnique({ where: { id: run.runId }, select: { id: true } })) {
    await tx.job.update({ where: { id: run.job.id }, data: { lastRunNumber: { decrement: 1 } } });
    return false;
  }
  const { count } = await tx.run.createMany({
    data: {
      id: run.runId,
      jobId: run.job.id,
      number,
      status: run.status,
      isImplicit: run.isImplicit,
      startedAt: run.startedAt,
      queuedAt: run.queuedAt ?? null,
      trigger: run.trigger ?? null,
      gateway: run.gateway ?? null,
      attempt: run.attempt ?? 1,
    },
    skipDuplicates: true,
  });
  return count === 1;
}

async function takeRunNumber(tx: Prisma.TransactionClient, jobId: string): Promise<number> {
  const job = await tx.job.update({
    where: { id: jobId },
    data: { lastRunNumber: { increment: 1 } },
    select: { lastRunNumber: true },
  });
  return job.lastRunNumber;
}

/** Lines named only the run at first; now the job is known too. */
async function adoptRun(run: NewRun): Promise<void> {
  await ensureJob(db(), run.job);
  await db().$transaction(async (tx) => {
    const number = await takeRunNumber(tx, run.job.id);
    const rows = await tx.$queryRaw<{ isRolled: boolean }[]>`
      SELECT rolled_day IS NOT NULL AS "isRolled" FROM run WHERE id = ${run.runId} AND job_id = ${UNKNOWN_JOB.id} FOR UPDATE`;
    if (rows[0]?.isRolled) await unrollRun(tx, run.runId);
    await tx.run.updateMany({
      where: { id: run.runId, jobId: UNKNOWN_JOB.id },
      data: { jobId: run.job.id, number },
    });
  });
}
