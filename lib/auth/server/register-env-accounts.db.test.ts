import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { createUser } from '@/lib/testing/factories/user';
import { useTestDatabase } from '@/lib/testing/test-database';
import { authenticateToken } from './authenticate-token';
import { verifyPassword } from './password';
import { registerEnvAccounts } from './register-env-accounts';

useTestDatabase();

const ADMIN = { ADMIN_EMAIL: 'admin@example.net', ADMIN_PASSWORD: undefined };
const NOTHING = { ...ADMIN, INGEST_TOKEN: undefined, READ_TOKEN: undefined };
const ONE = 'the first of two long enough tokens';
const TWO = 'the second of two long enough tokens';

beforeEach(async () => {
  await db().user.deleteMany();
  await db().accessToken.deleteMany();
});

const passwordIs = async (password: string) => {
  const admin = await db().user.findUniqueOrThrow({ where: { email: ADMIN.ADMIN_EMAIL } });
  return verifyPassword(password, admin.passwordHash);
};

describe('the admin', () => {
  it('is made at the first start with a random password, which is shown once', async () => {
    const first = await registerEnvAccounts(NOTHING);
    expect(first.adminEmail).toBe('admin@example.net');
    expect(first.adminPassword).toMatch(/^[\w-]{20}$/);
    expect(await passwordIs(first.adminPassword ?? '')).toBe(true);
    expect(await registerEnvAccounts(NOTHING)).toEqual({ adminEmail: 'admin@example.net', adminPassword: null });
    expect(await passwordIs(first.adminPassword ?? '')).toBe(true);
    expect(await db().user.findMany()).toMatchObject([{ role: 'admin' }]);
  });

  it('gets ADMIN_PASSWORD, at the first start and when it is set later', async () => {
    const started = await registerEnvAccounts({ ...NOTHING, ADMIN_PASSWORD: 'the first one' });
    expect(started.adminPassword).toBeNull();
    expect(await passwordIs('the first one')).toBe(true);
    await registerEnvAccounts({ ...NOTHING, ADMIN_PASSWORD: 'the other one' });
    expect(await passwordIs('the other one')).toBe(true);
    expect(await passwordIs('the first one')).toBe(false);
  });

  it('is not made beside other people, unless ADMIN_PASSWORD asks for it', async () => {
    await createUser({ role: 'admin' });
    expect(await registerEnvAccounts(NOTHING)).toMatchObject({ adminPassword: null });
    expect(await db().user.count()).toBe(1);
    await registerEnvAccounts({ ...NOTHING, ADMIN_PASSWORD: 'the way back in' });
    expect(await passwordIs('the way back in')).toBe(true);
  });

  it('is one when several nodes start together', async () => {
    const nodes = [1, 2, 3, 4, 5];
    // Opens the connections first, or the first call would finish before the second begins.
    await Promise.all(nodes.map(() => db().$queryRaw`SELECT count(*) FROM generate_series(1, 200000)`));
    const answers = await Promise.all(nodes.map(() => registerEnvAccounts(NOTHING)));
    expect(answers.filter((answer) => answer.adminPassword !== null)).toHaveLength(1);
    expect(await db().user.count()).toBe(1);
  });
});

describe('the tokens', () => {
  const withTokens = (INGEST_TOKEN?: string, READ_TOKEN?: string) =>
    registerEnvAccounts({ ...NOTHING, INGEST_TOKEN, READ_TOKEN });
  const unknown = expect.objectContaining({ code: 'unauthenticated' });

  it('have fixed ids and the scope of their use', async () => {
    await withTokens(ONE, TWO);
    expect(await authenticateToken(ONE)).toMatchObject({ id: 'env-ingest', scopes: ['logs:write'] });
    expect(await authenticateToken(TWO)).toMatchObject({ id: 'env-read', scopes: ['logs:read'] });
  });

  it('follow a changed value at once', async () => {
    await withTokens(ONE);
    await authenticateToken(ONE);
    await withTokens(TWO);
    expect(await authenticateToken(TWO)).toMatchObject({ id: 'env-ingest' });
    await expect(authenticateToken(ONE)).rejects.toEqual(unknown);
  });

  it('may swap their values', async () => {
    await withTokens(ONE, TWO);
    await withTokens(TWO, ONE);
    expect(await authenticateToken(TWO)).toMatchObject({ id: 'env-ingest' });
    expect(await authenticateToken(ONE)).toMatchObject({ id: 'env-read' });
  });

  it('end when unset, and come back', async () => {
    await withTokens(ONE);
    await withTokens();
    await expect(authenticateToken(ONE)).rejects.toEqual(unknown);
    await withTokens(ONE);
    expect(await authenticateToken(ONE)).toMatchObject({ id: 'env-ingest' });
  });

  it('must differ, and are stored as a hash only', async () => {
    await expect(withTokens(ONE, ONE)).rejects.toThrow('READ_TOKEN: must differ from INGEST_TOKEN');
    await withTokens(ONE);
    const [row] = await db().$queryRaw<{ text: string }[]>`SELECT t::text AS text FROM access_token t`;
    expect(row?.text).not.toContain(ONE.slice(4));
  });
});
