import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import type { RunWithDevices } from '../schema';
import { findRunDevices } from './sql/find-run-devices';
import { getRun } from './get-run';

/** One run with all its devices, which are megabytes when there are thousands. Throws `not_found`. */
export async function getRunWithDevices(viewer: Viewer, runId: string): Promise<RunWithDevices> {
  return { ...(await getRun(viewer, runId)), devices: await findRunDevices(runId) };
}
