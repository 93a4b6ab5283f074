import 'server-only';
import { headers } from 'next/headers';
import type { Viewer } from '@/lib/auth/viewer';
import { findPerson } from './find-person';
import { readSessionUserId } from './next-auth';

/** The person signed in with this page request's cookie, or null. */
export async function findSessionPerson(): Promise<Viewer | null> {
  const userId = await readSessionUserId(await headers());
  return userId === null ? null : findPerson(userId);
}
