import { encode } from 'next-auth/jwt';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/lib/db/client';
import { createAccessToken } from '@/lib/testing/factories/token';
import { createUser } from '@/lib/testing/factories/user';
import { useTestDatabase } from '@/lib/testing/test-database';
import { PATIENCE } from '@/lib/testing/patience';
import { authSecret } from './auth-secret';
import { authenticateRequest } from './authenticate-request';
import { forgetTokens } from './authenticate-token';

// Otherwise the secret would be created in, or read from, the data folder.
vi.stubEnv('NEXTAUTH_SECRET', 'the secret of these tests: 32 letters');
useTestDatabase();
beforeEach(forgetTokens);
afterEach(() => vi.useRealTimers());

const requestWith = (headers: Record<string, string>) => new Request('http://localhost/api/v1/runs', { headers });
const bearer = (token: string) => requestWith({ authorization: `Bearer ${token}` });
const sessionOf = async (userId: string, maxAge = 60) =>
  requestWith({
    cookie: `next-auth.session-token=${await encode({ token: { sub: userId }, secret: authSecret(), maxAge })}`,
  });
const unauthenticated = expect.objectContaining({ code: 'unauthenticated' });

describe('a bearer token', () => {
  it('is its viewer, with the scopes stored', async () => {
    const { token, viewer } = await createAccessToken({ scopes: ['logs:read', 'admin'] });
    expect(await authenticateRequest(bearer(token))).toEqual(viewer);
  });

  it.each(['x-api-key', 'dd-api-key'])('is read from %s, which a session does not outvote either', async (name) => {
    const { token, viewer } = await createAccessToken();
    expect(await authenticateRequest(requestWith({ [name]: token }))).toEqual(viewer);
    const session = await sessionOf((await createUser()).id);
    session.headers.set(name, '');
    await expect(authenticateRequest(session)).rejects.toEqual(unauthenticated);
  });

  it.each(['nrl_wrong', 'some text that is nobody’s token at all'])('that is unknown is refused: %s', async (token) => {
    const latin1 = Buffer.from(token).toString('latin1');
    await expect(authenticateRequest(bearer(latin1))).rejects.toEqual(unauthenticated);
  });

  it('that is revoked is refused', async () => {
    const { token } = await createAccessToken({ revokedAt: new Date() });
    await expect(authenticateRequest(bearer(token))).rejects.toEqual(unauthenticated);
  });

  it('is never outvoted by a session', async () => {
    const session = await sessionOf((await createUser()).id);
    session.headers.set('authorization', 'Bearer nobody');
    await expect(authenticateRequest(session)).rejects.toEqual(unauthenticated);
    session.headers.set('authorization', 'Digest YTpi');
    await expect(authenticateRequest(session)).rejects.toThrow(/holds no token/);
  });

  it('is asked of the database again after some seconds, so revoking elsewhere counts', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { token, viewer } = await createAccessToken();
    await authenticateRequest(bearer(token));
    await db().accessToken.update({ where: { id: viewer.id }, data: { revokedAt: new Date() } });
    vi.setSystemTime(Date.now() + 4000);
    expect(await authenticateRequest(bearer(token))).toEqual(viewer);
    vi.setSystemTime(Date.now() + 2000);
    await expect(authenticateRequest(bearer(token))).rejects.toEqual(unauthenticated);
  });

  it('notes its use at most once a minute', async () => {
    const { token, viewer } = await createAccessToken();
    const lastUsed = async () => (await db().accessToken.findUnique({ where: { id: viewer.id } }))?.lastUsedAt;
    await authenticateRequest(bearer(token));
    await vi.waitFor(async () => expect(await lastUsed()).toBeInstanceOf(Date), PATIENCE);
    const first = await lastUsed();
    forgetTokens();
    await authenticateRequest(bearer(token));
    expect(await lastUsed()).toEqual(first);

    await db().accessToken.update({ where: { id: viewer.id }, data: { lastUsedAt: new Date('2020-01-01') } });
    forgetTokens();
    await authenticateRequest(bearer(token));
    await vi.waitFor(async () => expect((await lastUsed())?.getFullYear()).toBeGreaterThan(2020), PATIENCE);
  });
});

describe('a session cookie', () => {
  it('is the person of the user row, with the role of this moment', async () => {
    const person = await createUser({ role: 'viewer' });
    const session = await sessionOf(person.id);
    expect(await authenticateRequest(session)).toEqual(person);
    await db().user.update({ where: { id: person.id }, data: { role: 'admin' } });
    expect(await authenticateRequest(session)).toMatchObject({ id: person.id, role: 'admin' });
  });

  it('is refused once the person is disabled or deleted', async () => {
    const [disabled, deleted] = [await createUser({ disabledAt: new Date() }), await createUser()];
    await db().user.delete({ where: { id: deleted.id } });
    await expect(authenticateRequest(await sessionOf(disabled.id))).rejects.toEqual(unauthenticated);
    await expect(authenticateRequest(await sessionOf(deleted.id))).rejects.toEqual(unauthenticated);
  });

  it('is refused when it is too old, forged or missing', async () => {
    const { id } = await createUser();
    const forged = await encode({ token: { sub: id }, secret: 'somebody else’s secret of 32 letters', maxAge: 60 });
    await expect(authenticateRequest(await sessionOf(id, -60))).rejects.toEqual(unauthenticated);
    for (const cookie of [`next-auth.session-token=${forged}`, `next-auth.session-token=${id}`, 'theme=dark', '']) {
      await expect(authenticateRequest(requestWith({ cookie }))).rejects.toEqual(unauthenticated);
    }
  });
});
