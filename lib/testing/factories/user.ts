import { randomUUID } from 'node:crypto';
import { hashPassword } from '@/lib/auth/server/password';
import type { Role, Viewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';

export const TEST_PASSWORD = 'correct horse battery';

// argon2 takes some 25 ms: once is enough for all people of a test file.
let passwordHash: Promise<string> | undefined;

type UserInput = { role?: Role; email?: string; disabledAt?: Date | null; oidcSubject?: string | null };
export type TestUser = Extract<Viewer, { kind: 'person' }>;

/** Stores a person who signs in with TEST_PASSWORD, and gives it as viewer. */
export async function createUser(input: UserInput = {}): Promise<TestUser> {
  passwordHash ??= hashPassword(TEST_PASSWORD);
  const { role = 'viewer', email = `${randomUUID()}@example.net`, ...rest } = input;
  const user = await db().user.create({
    data: { email, role, name: 'Test Person', passwordHash: await passwordHash, ...rest },
  });
  return { kind: 'person', id: user.id, email: user.email, name: user.name, role };
}
