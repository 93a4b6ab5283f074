import 'server-only';
import { db } from '@/lib/db/client';

/** Whether there is such a run; uses run_pkey. The caller has authorised, or does before it tells anybody. */
export async function hasRun(runId: string): Promise<boolean> {
  return (await db().run.findUnique({ where: { id: runId }, select: { id: true } })) !== null;
}
