import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { RunFilter } from '@/lib/runs/schema';

/** The jobs that the filter names, those of its types only; undefined when it names neither. */
export async function findJobIds(
  tx: Prisma.TransactionClient,
  { job, type }: Pick<RunFilter, 'job' | 'type'>,
): Promise<string[] | undefined> {
  if (!type) return job;
  const jobs = await tx.job.findMany({
    where: { type: { in: type }, ...(job && { id: { in: job } }) },
    select: { id: true },
  });
  return jobs.map(({ id }) => id);
}
