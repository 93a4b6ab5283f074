import { beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/lib/db/client';
import { createUser, TEST_PASSWORD } from '@/lib/testing/factories/user';
import { useTestDatabase } from '@/lib/testing/test-database';
import { MAX_ATTEMPTS_PER_ADDRESS, MAX_ATTEMPTS_PER_EMAIL, SIGN_IN_WINDOW_SECONDS } from './sign-in-limit';
import { signInWithPassword } from './sign-in-with-password';

useTestDatabase();
let address = '';
let tests = 0;
beforeEach(() => {
  tests += 1;
  address = `192.0.2.${tests}`; // limits live as long as the process
});

const attempt = (email: string, password: string) => signInWithPassword({ email, password, address });
const tooMany = expect.objectContaining({ code: 'too_many_requests', retryAfterSeconds: SIGN_IN_WINDOW_SECONDS });

describe('signInWithPassword', () => {
  it('knows a person by e-mail, case ignored, and notes the time', async () => {
    const person = await createUser({ email: 'op@example.net' });
    expect(await attempt(' OP@Example.net ', TEST_PASSWORD)).toEqual({ id: person.id });
    const row = await db().user.findUniqueOrThrow({ where: { id: person.id } });
    expect(row.lastSignInAt).toBeInstanceOf(Date);
    expect(row.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('refuses a wrong password, an unknown e-mail, a disabled person and one without a password', async () => {
    const person = await createUser();
    const disabled = await createUser({ disabledAt: new Date() });
    const withoutPassword = await db().user.create({ data: { email: 'oidc@example.net' } });
    expect(await attempt(person.email, 'wrong')).toBeNull();
    expect(await attempt('nobody@example.net', TEST_PASSWORD)).toBeNull();
    expect(await attempt(disabled.email, TEST_PASSWORD)).toBeNull();
    expect(await attempt(withoutPassword.email, '')).toBeNull();
    expect(await attempt(withoutPassword.email, TEST_PASSWORD)).toBeNull();
    expect(await attempt(person.email, 'x'.repeat(1_000_000))).toBeNull();
  });

  it('stops guessing one account, even with many attempts at once, until the window ends', async () => {
    const { email, id } = await createUser();
    const burst = await Promise.allSettled(
      Array.from({ length: MAX_ATTEMPTS_PER_EMAIL + 5 }, () => attempt(email, 'wrong')),
    );
    expect(burst.filter((result) => result.status === 'fulfilled')).toHaveLength(MAX_ATTEMPTS_PER_EMAIL);
    await expect(attempt(email, TEST_PASSWORD)).rejects.toEqual(tooMany);

    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.now() + SIGN_IN_WINDOW_SECONDS * 1000);
    expect(await attempt(email, TEST_PASSWORD)).toEqual({ id });
    vi.useRealTimers();
  });

  it('stops guessing many accounts from one address', async () => {
    for (let made = 0; made < MAX_ATTEMPTS_PER_ADDRESS; made += 1) await attempt(`p${made}@example.net`, 'wrong');
    await expect(attempt('one-more@example.net', 'wrong')).rejects.toEqual(tooMany);
  });

  it('locks nobody out who signs in often', async () => {
    const { email, id } = await createUser();
    for (let made = 0; made < MAX_ATTEMPTS_PER_EMAIL + 2; made += 1) {
      expect(await attempt(email, TEST_PASSWORD)).toEqual({ id });
    }
  });
});
