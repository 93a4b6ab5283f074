import 'server-only';
import { assertCan } from '@/lib/auth/assert-can';
import type { Permission, Viewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';

type RunName = {
  runId: string;
  /** With it, `runId` is the sender's own id of a run of that job. */
  jobId?: string | undefined;
};

/** The address of the run that a request names, for somebody who has the `permission`. Throws `not_found`. Uses run_sender_run_id_job_id_key. */
export async function getRunAddress(
  viewer: Viewer,
  permission: Permission,
  { runId, jobId }: RunName,
): Promise<string> {
  assertCan(viewer, permission);
  if (jobId === undefined) return runId;
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT id FROM run WHERE job_id = ${jobId} AND (sender_run_id = ${runId} OR id = ${runId})
    ORDER BY sender_run_id = ${runId} DESC NULLS LAST LIMIT 1`;
  if (!rows[0]) throw new AppError('not_found', 'The job has no such run.');
  return rows[0].id;
}
