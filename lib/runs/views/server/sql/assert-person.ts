import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import { AppError } from '@/lib/errors';

/** Views belong to people; throws `forbidden` for a machine. Answers the person's id. */
export function assertPerson(viewer: Viewer): string {
  if (viewer.kind === 'person') return viewer.id;
  throw new AppError('forbidden', 'Views belong to people; a token has none.');
}
