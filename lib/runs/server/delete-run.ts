import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import { AppError } from '@/lib/errors';
import { deleteRuns } from './delete-runs';

/** Deletes one run, as deleteRuns does many. Throws `not_found`. */
export async function deleteRun(viewer: Viewer, runId: string): Promise<void> {
  const { deleted } = await deleteRuns(viewer, [runId]);
  if (deleted === 0) throw new AppError('not_found', 'There is no such run.');
}
