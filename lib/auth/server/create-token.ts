import 'server-only';
import { randomBytes, randomUUID } from 'node:crypto';
import { assertCan } from '@/lib/auth/assert-can';
import { buildToken, displayPrefix, hashToken, TOKEN_RANDOM_BYTES } from '@/lib/auth/token-format';
import type { Scope, Viewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import { redactName } from '@/lib/redaction/redact-name';

type NewToken = { name: string; scopes: readonly Scope[] };

/** Makes a machine's token. `token` is its only copy: the database keeps the hash. */
export async function createToken(viewer: Viewer, input: NewToken): Promise<{ id: string; token: string }> {
  assertCan(viewer, 'tokens:write');
  const token = buildToken(randomBytes(TOKEN_RANDOM_BYTES));
  const row = await db().accessToken.create({
    data: {
      id: randomUUID(),
      name: redactName(input.name),
      scopes: [...input.scopes],
      prefix: displayPrefix(token),
      hash: hashToken(token),
    },
  });
  return { id: row.id, token };
}
