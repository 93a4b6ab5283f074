import 'server-only';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { env } from '@/lib/env';
import { processState } from '@/lib/process-state';

const known = processState('authSecret', () => ({ secret: env().NEXTAUTH_SECRET ?? secretFile(env().DATA_DIR) }));

/**
 * Encrypts session cookies: NEXTAUTH_SECRET, else random, made once and kept in DATA_DIR with mode 0600. Several nodes
 * must share NEXTAUTH_SECRET.
 */
export const authSecret = (): string => known().secret;

function secretFile(dataDir: string): string {
  const file = path.join(/* turbopackIgnore: true */ dataDir, 'auth-secret');
  mkdirSync(/* turbopackIgnore: true */ dataDir, { recursive: true });
  try {
    writeFileSync(/* turbopackIgnore: true */ file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const secret = readFileSync(/* turbopackIgnore: true */ file, 'utf8').trim();
  if (secret.length < 32) throw new Error(`${file} is cut short: delete it, and everybody signs in again`);
  return secret;
}
