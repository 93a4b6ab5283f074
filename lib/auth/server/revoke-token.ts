import 'server-only';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { forgetTokens } from './authenticate-token';

/** Ends a token: here at once, in other nodes within seconds. Revoking again changes nothing; throws `not_found`. */
export async function revokeToken(viewer: Viewer, tokenId: string): Promise<void> {
  assertCan(viewer, 'tokens:write');
  const known = await db().accessToken.findUnique({ where: { id: tokenId }, select: { id: true } });
  if (!known) throw new AppError('not_found', 'There is no such token.');
  await db().accessToken.updateMany({ where: { id: tokenId, revokedAt: null }, data: { revokedAt: new Date() } });
  forgetTokens();
}
