import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { PATH_HEADER } from '@/lib/auth/path-header';
import { loginPath } from '@/lib/auth/safe-next';
import type { Viewer } from '@/lib/auth/viewer';
import { findSessionPerson } from './find-session-person';

/** The signed-in person, for server components and actions; anybody else is sent to the sign-in page. */
export async function getPageViewer(): Promise<Viewer> {
  const person = await findSessionPerson();
  return person ?? redirect(loginPath((await headers()).get(PATH_HEADER) ?? '/'));
}
