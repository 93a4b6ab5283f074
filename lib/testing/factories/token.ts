import { randomBytes, randomUUID } from 'node:crypto';
import { buildToken, displayPrefix, hashToken, TOKEN_RANDOM_BYTES } from '@/lib/auth/token-format';
import type { Scope, Viewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';

type TokenInput = { scopes?: readonly Scope[]; name?: string; token?: string; revokedAt?: Date | null };
type TestToken = { token: string; viewer: Extract<Viewer, { kind: 'token' }> };

/** Stores a machine's token (logs:write unless told otherwise); gives the token itself and its viewer. */
export async function createAccessToken(input: TokenInput = {}): Promise<TestToken> {
  const { scopes = ['logs:write'], name = 'test gateway', revokedAt = null } = input;
  const token = input.token ?? buildToken(randomBytes(TOKEN_RANDOM_BYTES));
  const id = randomUUID();
  await db().accessToken.create({
    data: { id, name, scopes: [...scopes], prefix: displayPrefix(token), hash: hashToken(token), revokedAt },
  });
  return { token, viewer: { kind: 'token', id, name, scopes } };
}
