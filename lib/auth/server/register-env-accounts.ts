import 'server-only';
import { randomBytes } from 'node:crypto';
import { db } from '@/lib/db/client';
import { env, type Env } from '@/lib/env';
import type { Prisma } from '@/lib/generated/prisma/client';
import { hashPassword, verifyPassword } from './password';
import { registerEnvTokens, type TokenSettings } from './register-env-tokens';

/** Any number, the same on all nodes: several that start together must not make two admins. */
const REGISTER_LOCK = 20_261_123;

type AdminSettings = Pick<Env, 'ADMIN_EMAIL' | 'ADMIN_PASSWORD'>;
type EnvAdmin = { adminEmail: string; adminPassword: string | null };

/**
 * Brings accounts and tokens in line with the environment; called at each start. `adminPassword` is set only when it
 * was made up just now: on the first start without ADMIN_PASSWORD. It is stored nowhere and cannot be shown again.
 */
export async function registerEnvAccounts(settings: AdminSettings & TokenSettings = env()): Promise<EnvAdmin> {
  return db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${REGISTER_LOCK}::bigint)`;
    await registerEnvTokens(tx, settings);
    return registerAdmin(tx, settings);
  });
}

/** ADMIN_PASSWORD always wins over what is stored: setting it and starting anew is the way back in. */
async function registerAdmin(tx: Prisma.TransactionClient, settings: AdminSettings): Promise<EnvAdmin> {
  const { ADMIN_EMAIL: email, ADMIN_PASSWORD: wanted } = settings;
  const admin = await tx.user.findUnique({ where: { email } });
  if (admin) {
    if (wanted && !(await verifyPassword(wanted, admin.passwordHash))) {
      await tx.user.update({ where: { email }, data: { passwordHash: await hashPassword(wanted) } });
    }
    return { adminEmail: email, adminPassword: null };
  }
  if (!wanted && (await tx.user.findFirst({ select: { id: true } }))) return { adminEmail: email, adminPassword: null };
  const password = wanted ?? randomBytes(15).toString('base64url');
  await tx.user.create({ data: { email, name: 'Admin', role: 'admin', passwordHash: await hashPassword(password) } });
  return { adminEmail: email, adminPassword: wanted ? null : password };
}
