import 'server-only';
import { type Prisma } from '@/lib/generated/prisma/client';
import type { ErrorMessage } from '../../find-cause';
import { errorMessages, type WantedErrors } from './error-messages-sql';

export type RunErrorMessage = ErrorMessage & { runId: string; count: number };

/** Room for five messages of each of 5,000 devices, and some of the run itself. */
const MAX_MESSAGES = 30_000;

/** Error messages per run and device in the order of their first lines, with how many lines have them. */
export async function findErrorMessages(
  tx: Prisma.TransactionClient,
  wanted: WantedErrors,
): Promise<RunErrorMessage[]> {
  if (wanted.runIds.length === 0 || wanted.devices?.length === 0) return [];
  return tx.$queryRaw<RunErrorMessage[]>`
    SELECT e.run_id AS "runId", e.device, e.message, e.seq, e.count FROM (${errorMessages(wanted)}) e
    ORDER BY e.run_id, e.seq LIMIT ${MAX_MESSAGES}::int`;
}
