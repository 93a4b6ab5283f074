import 'server-only';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { assertPerson } from './sql/assert-person';

/** Throws `not_found` for a view that is not the viewer's. */
export async function deleteView(viewer: Viewer, viewId: string): Promise<void> {
  assertCan(viewer, 'runs:read');
  const userId = assertPerson(viewer);
  const { count } = await db().savedView.deleteMany({ where: { id: viewId, userId } });
  if (count === 0) throw new AppError('not_found', 'There is no such view.');
}
