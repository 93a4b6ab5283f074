import 'server-only';
import { AppError } from '@/lib/errors';
import type { Prisma } from '@/lib/generated/prisma/client';

/**
 * The cache key of answers about a run: its number of lines, and its creation, since a run may be deleted and made anew
 * under its address.
 */
export type RunHead = { lastSeq: number; createdMs: number };

/** Throws `not_found`. */
export async function getRunHead(client: Prisma.TransactionClient, runId: string): Promise<RunHead> {
  const run = await client.run.findUnique({ where: { id: runId }, select: { lastSeq: true, createdAt: true } });
  if (!run) throw new AppError('not_found', 'There is no such run.');
  return { lastSeq: run.lastSeq, createdMs: run.createdAt.getTime() };
}

/** The run's highest seq, and so its number of lines. Throws `not_found`. */
export async function getLastSeq(client: Prisma.TransactionClient, runId: string): Promise<number> {
  return (await getRunHead(client, runId)).lastSeq;
}
