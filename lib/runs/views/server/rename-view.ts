import 'server-only';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { hasErrorCode } from '@/lib/db/to-app-error';
import { redactName } from '@/lib/redaction/redact-name';
import { BUILT_IN_VIEWS } from '../built-in-views';
import type { RenameViewInput } from '../schema';
import { assertPerson } from './sql/assert-person';
import { nameTaken } from './sql/name-taken';

/** Throws `not_found` for a view that is not the viewer's, `conflict` for a name in use. */
export async function renameView(viewer: Viewer, { viewId, name }: RenameViewInput): Promise<void> {
  assertCan(viewer, 'runs:read');
  const userId = assertPerson(viewer);
  if (BUILT_IN_VIEWS.some((view) => view.name.toLowerCase() === name.toLowerCase())) throw nameTaken(name);
  const { count } = await db()
    .savedView.updateMany({ where: { id: viewId, userId }, data: { name: redactName(name) } })
    .catch((error: unknown) => {
      throw hasErrorCode(error, 'P2002') ? nameTaken(name) : error;
    });
  if (count === 0) throw new AppError('not_found', 'There is no such view.');
}
