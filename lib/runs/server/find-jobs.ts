import 'server-only';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import type { JobOption } from '../job-facts';
import { db } from '@/lib/db/client';

/** Every job there is, by name: what the job list can be filtered by. */
export async function findJobs(viewer: Viewer): Promise<JobOption[]> {
  assertCan(viewer, 'runs:read');
  const jobs = await db().job.findMany({ orderBy: [{ isSystem: 'asc' }, { name: 'asc' }], take: 1000 });
  return jobs.map(({ id, name, type }) => ({ jobId: id, name, type }));
}
