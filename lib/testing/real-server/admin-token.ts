import { randomBytes } from 'node:crypto';
import { buildToken, hashToken, TOKEN_RANDOM_BYTES } from '../../auth/token-format';
import type { ServerProcess } from './server-process';
import { withDatabase } from './with-database';

/** Admins' tokens are made by people in the console; here by a row like theirs. */
export async function createAdminToken(server: ServerProcess, scopes = ['admin']): Promise<string> {
  const token = buildToken(randomBytes(TOKEN_RANDOM_BYTES));
  await withDatabase(server, (client) =>
    client.query(
      `INSERT INTO access_token (id, name, prefix, hash, scopes) VALUES ('test-admin', 'test', 'test', $1, $2)`,
      [Buffer.from(hashToken(token)), scopes],
    ),
  );
  return token;
}
