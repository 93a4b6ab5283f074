import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { createUser } from '@/lib/testing/factories/user';
import { useTestDatabase } from '@/lib/testing/test-database';
import { signInWithOidc } from './sign-in-with-oidc';

useTestDatabase();

const claims = (email: string, isVerified: boolean) => ({ email, email_verified: isVerified, name: 'Ada' });

describe('signInWithOidc', () => {
  it('creates a viewer, and finds the person again by subject though the e-mail changed', async () => {
    const subject = randomUUID();
    const id = await signInWithOidc({ subject, profile: claims('Ada@example.net', true) });
    const row = await db().user.findUniqueOrThrow({ where: { oidcSubject: subject } });
    expect(row).toMatchObject({ id, email: 'ada@example.net', role: 'viewer', passwordHash: null });
    expect(row.lastSignInAt).toBeInstanceOf(Date);
    expect(await signInWithOidc({ subject, profile: claims('ada.l@example.net', true) })).toBe(id);
  });

  it('links an account by verified e-mail and keeps its role', async () => {
    const person = await createUser({ role: 'admin' });
    const subject = randomUUID();
    expect(await signInWithOidc({ subject, profile: claims(person.email.toUpperCase(), true) })).toBe(person.id);
    expect(await db().user.findUnique({ where: { oidcSubject: subject } })).toMatchObject({ role: 'admin' });
  });

  it.each([false, undefined, 'true'])('does not hand over an account when email_verified is %j', async (verified) => {
    const { id, email } = await createUser({ role: 'admin' });
    const profile = { email, email_verified: verified };
    expect(await signInWithOidc({ subject: randomUUID(), profile })).toBeNull();
    expect(await db().user.findUnique({ where: { id } })).toMatchObject({ oidcSubject: null });
  });

  it('does not move an account to another subject', async () => {
    const person = await createUser({ oidcSubject: randomUUID() });
    expect(await signInWithOidc({ subject: randomUUID(), profile: claims(person.email, true) })).toBeNull();
  });

  it('keeps disabled people, and those without subject or e-mail, out', async () => {
    const subject = randomUUID();
    await createUser({ oidcSubject: subject, disabledAt: new Date() });
    expect(await signInWithOidc({ subject, profile: {} })).toBeNull();
    expect(await signInWithOidc({ subject: '', profile: claims('a@example.net', true) })).toBeNull();
    expect(await signInWithOidc({ subject: randomUUID(), profile: { name: 'nobody' } })).toBeNull();
  });
});
