import 'server-only';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';

/** Whether there is such a run; uses run_pkey. */
export async function hasRun(viewer: Viewer, runId: string): Promise<boolean> {
  assertCan(viewer, 'runs:read');
  return (await db().run.findUnique({ where: { id: runId }, select: { id: true } })) !== null;
}
