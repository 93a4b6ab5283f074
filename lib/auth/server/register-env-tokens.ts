import 'server-only';
import { displayPrefix, hashToken } from '@/lib/auth/token-format';
import type { Scope } from '@/lib/auth/viewer';
import type { Env } from '@/lib/env';
import type { Prisma } from '@/lib/generated/prisma/client';
import { forgetTokens } from './authenticate-token';

export type TokenSettings = Pick<Env, 'INGEST_TOKEN' | 'READ_TOKEN'>;
type EnvToken = { id: string; name: string; scopes: Scope[]; value: string | undefined };

const envTokens = (settings: TokenSettings): EnvToken[] => [
  { id: 'env-ingest', name: 'INGEST_TOKEN', scopes: ['logs:write'], value: settings.INGEST_TOKEN },
  { id: 'env-read', name: 'READ_TOKEN', scopes: ['logs:read'], value: settings.READ_TOKEN },
];

/** Registers INGEST_TOKEN and READ_TOKEN under fixed ids: a changed value replaces the old one, an unset one ends it. */
export async function registerEnvTokens(tx: Prisma.TransactionClient, settings: TokenSettings): Promise<void> {
  const tokens = envTokens(settings);
  const [ingest, read] = tokens;
  if (ingest?.value && ingest.value === read?.value) {
    throw new Error('Wrong setting: READ_TOKEN: must differ from INGEST_TOKEN');
  }
  // Removes every old value first: two tokens may have swapped theirs, and hashes are unique.
  for (const token of tokens) await removeOld(tx, token);
  for (const token of tokens) await register(tx, token);
  forgetTokens();
}

async function removeOld(tx: Prisma.TransactionClient, { id, value }: EnvToken): Promise<void> {
  if (value) await tx.accessToken.deleteMany({ where: { id, hash: { not: hashToken(value) } } });
  else await tx.accessToken.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: new Date() } });
}

async function register(tx: Prisma.TransactionClient, { id, name, scopes, value }: EnvToken): Promise<void> {
  if (!value) return;
  const data = { name, scopes, prefix: displayPrefix(value), hash: hashToken(value), revokedAt: null };
  await tx.accessToken.upsert({ where: { id }, create: { id, ...data }, update: data });
}
