import { AppError } from '@/lib/errors';
import { can, type Permission, type Viewer } from './viewer';

/** Throws `forbidden`; called by server functions, so no route or page can forget it. */
export function assertCan(viewer: Viewer, permission: Permission): void {
  if (can(viewer, permission)) return;
  const who = viewer.kind === 'person' ? `The role ${viewer.role}` : 'This token';
  throw new AppError('forbidden', `${who} does not allow ${permission}.`);
}
