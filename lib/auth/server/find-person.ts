import 'server-only';
import { ROLES, type Viewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';

/** The person behind a session, with the role of this moment; null when deleted or disabled since signing in. */
export async function findPerson(userId: string): Promise<Viewer | null> {
  const user = await db().user.findUnique({ where: { id: userId } });
  if (!user || user.disabledAt) return null;
  const role = ROLES.find((known) => known === user.role) ?? 'viewer';
  return { kind: 'person', id: user.id, email: user.email, name: user.name, role };
}
