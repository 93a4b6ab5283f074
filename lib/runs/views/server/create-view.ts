import 'server-only';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { redactName } from '@/lib/redaction/redact-name';
import { redactText } from '@/lib/redaction/redact-text';
import { BUILT_IN_VIEWS } from '../built-in-views';
import type { CreateViewInput } from '../schema';
import { assertPerson } from './sql/assert-person';
import { nameTaken } from './sql/name-taken';

/** Most views of a person; more tabs could not be surveyed. */
const MAX_VIEWS = 30;

/** Saves a filter of the job list for the viewer alone. Throws `conflict` for a name in use, or one view too many. */
export async function createView(viewer: Viewer, { name, query }: CreateViewInput): Promise<void> {
  assertCan(viewer, 'runs:read');
  const userId = assertPerson(viewer);
  if (BUILT_IN_VIEWS.some((view) => view.name.toLowerCase() === name.toLowerCase())) throw nameTaken(name);
  if ((await db().savedView.count({ where: { userId } })) >= MAX_VIEWS) {
    throw new AppError('conflict', `You have ${MAX_VIEWS} views; delete one first.`);
  }
  const data = { userId, name: redactName(name), query: redactText(query) };
  const { count } = await db().savedView.createMany({ data, skipDuplicates: true });
  if (count === 0) throw nameTaken(name);
}
