import 'server-only';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import type { SavedView } from '../schema';

/** The viewer's own views, oldest first; a machine has none. */
export async function findViews(viewer: Viewer): Promise<SavedView[]> {
  assertCan(viewer, 'runs:read');
  if (viewer.kind !== 'person') return [];
  const views = await db().savedView.findMany({
    where: { userId: viewer.id },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return views.map(({ id, name, query }) => ({ viewId: id, name, query }));
}
