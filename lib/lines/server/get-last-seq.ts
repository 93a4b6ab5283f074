import 'server-only';
import { AppError } from '@/lib/errors';
import type { Prisma } from '@/lib/generated/prisma/client';

/** The run's highest seq, and so its number of lines. Throws `not_found`. */
export async function getLastSeq(client: Prisma.TransactionClient, runId: string): Promise<number> {
  const run = await client.run.findUnique({ where: { id: runId }, select: { lastSeq: true } });
  if (!run) throw new AppError('not_found', 'There is no such run.');
  return run.lastSeq;
}
