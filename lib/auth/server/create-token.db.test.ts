import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { createAccessToken } from '@/lib/testing/factories/token';
import { createUser } from '@/lib/testing/factories/user';
import { useTestDatabase } from '@/lib/testing/test-database';
import { authenticateToken } from './authenticate-token';
import { createToken } from './create-token';
import { revokeToken } from './revoke-token';

useTestDatabase();

describe('createToken', () => {
  it('makes a token that works, and keeps only its hash', async () => {
    const admin = await createUser({ role: 'admin' });
    const { id, token } = await createToken(admin, { name: 'gateway fra', scopes: ['logs:write'] });
    expect(await authenticateToken(token)).toEqual({ kind: 'token', id, name: 'gateway fra', scopes: ['logs:write'] });
    const [row] = await db().$queryRaw<{ text: string }[]>`SELECT t::text AS text FROM access_token t`;
    expect(row?.text).toContain(token.slice(0, 8));
    expect(row?.text).not.toContain(token.slice(8));
  });

  it('is for admins, people or tokens', async () => {
    const input = { name: 'x', scopes: ['admin'] as const };
    const { viewer: writer } = await createAccessToken({ scopes: ['logs:write', 'logs:read'] });
    const { viewer: adminToken } = await createAccessToken({ scopes: ['admin'] });
    for (const viewer of [await createUser({ role: 'operator' }), await createUser(), writer]) {
      await expect(createToken(viewer, input)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(revokeToken(viewer, adminToken.id)).rejects.toMatchObject({ code: 'forbidden' });
    }
    expect(await createToken(adminToken, input)).toMatchObject({ token: expect.stringMatching(/^nrl_/) });
  });
});

describe('revokeToken', () => {
  it('ends a token at once, though it was just used', async () => {
    const admin = await createUser({ role: 'admin' });
    const { token, viewer } = await createAccessToken();
    await authenticateToken(token);
    await revokeToken(admin, viewer.id);
    await expect(authenticateToken(token)).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(revokeToken(admin, 'nothing')).rejects.toMatchObject({ code: 'not_found' });
  });
});
