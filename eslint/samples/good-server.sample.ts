// As lib/runs/server/find-sample.ts: none
import 'server-only';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';

export async function findSample(viewer: Viewer): Promise<number> {
  assertCan(viewer, 'runs:read');
  return db().run.count();
}
