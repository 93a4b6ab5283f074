import 'server-only';
import { LRUCache } from 'lru-cache';
import { hashToken, isPlausibleToken } from '@/lib/auth/token-format';
import { SCOPES, type Viewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { toAppError } from '@/lib/db/to-app-error';
import { logError } from '@/lib/log-error';
import { processState } from '@/lib/process-state';

/** How long a revoked token may still pass in this process; ingest would else query once a request. */
const CACHE_MS = 5000;
const MAX_CACHED = 1000;
const TOUCH_MS = 60_000;

type CachedToken = { viewer: Promise<Viewer | null>; expiresAt: number };

const cache = processState('tokens', () => new LRUCache<string, CachedToken>({ max: MAX_CACHED }));

/** Forgets what is cached, so that a change made in this process counts at once. */
export const forgetTokens = (): void => cache().clear();

/** The token's viewer; throws `unauthenticated` when it is unknown or revoked. Unknown tokens are not cached. */
export async function authenticateToken(token: string): Promise<Viewer> {
  const hash = hashToken(token);
  const key = Buffer.from(hash).toString('base64');
  const cached = cache().get(key);
  const viewer = await (cached && cached.expiresAt > Date.now() ? cached.viewer : load(key, hash));
  if (viewer) return viewer;
  const isPlausible = isPlausibleToken(token);
  throw new AppError(
    'unauthenticated',
    `The token is ${isPlausible ? 'unknown or revoked' : 'mistyped or cut short'}.`,
  );
}

/** The promise is cached, not its result: requests that arrive together share one query. */
function load(key: string, hash: Uint8Array<ArrayBuffer>): Promise<Viewer | null> {
  const tokens = cache();
  const viewer = findToken(hash);
  const entry = { viewer, expiresAt: Date.now() + CACHE_MS };
  tokens.set(key, entry);
  const drop = () => {
    if (tokens.get(key) === entry) tokens.delete(key);
  };
  viewer.then((found) => found ?? drop(), drop);
  return viewer;
}

async function findToken(hash: Uint8Array<ArrayBuffer>): Promise<Viewer | null> {
  const row = await db().accessToken.findUnique({ where: { hash } });
  if (!row || row.revokedAt) return null;
  const seenBefore = new Date(Date.now() - TOUCH_MS);
  if (!row.lastUsedAt || row.lastUsedAt < seenBefore) void touch(row.id, seenBefore);
  const scopes = SCOPES.filter((scope) => row.scopes.includes(scope));
  return { kind: 'token', id: row.id, name: row.name, scopes };
}

/** The time of last use is a courtesy: when it cannot be written the request goes on. */
async function touch(id: string, seenBefore: Date): Promise<void> {
  try {
    await db().accessToken.updateMany({
      where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: seenBefore } }] },
      data: { lastUsedAt: new Date() },
    });
  } catch (error) {
    if (toAppError(error).code === 'unavailable') return; // no fault of ours, and the watch tells of it
    logError(new Error('the time of last use was not stored', { cause: error }), `token ${id}`);
  }
}
