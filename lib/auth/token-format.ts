import { createHash } from 'node:crypto';

/** Marks our tokens in configuration files and for secret scanners. */
export const TOKEN_PREFIX = 'nrl_';
/** 192 bits. */
export const TOKEN_RANDOM_BYTES = 24;
const RANDOM_LENGTH = (TOKEN_RANDOM_BYTES * 4) / 3;
const CHECKSUM_LENGTH = 6;
const TOKEN_TEXT = new RegExp(`^${TOKEN_PREFIX}[A-Za-z0-9_-]{${RANDOM_LENGTH + CHECKSUM_LENGTH}}$`);

/** 36 bits of SHA-256: catches a mistyped or cut token without asking the database; it protects nothing. */
const checksum = (body: string): string =>
  createHash('sha256').update(body).digest('base64url').slice(0, CHECKSUM_LENGTH);

/** A token from TOKEN_RANDOM_BYTES random bytes: prefix, random, checksum. */
export function buildToken(random: Uint8Array): string {
  const body = TOKEN_PREFIX + Buffer.from(random).toString('base64url');
  return body + checksum(body);
}

/** False for a text that claims our prefix but is mistyped; tokens of the environment are free texts and pass. */
export function isPlausibleToken(text: string): boolean {
  if (!text.startsWith(TOKEN_PREFIX)) return text.length > 0;
  return TOKEN_TEXT.test(text) && checksum(text.slice(0, -CHECKSUM_LENGTH)) === text.slice(-CHECKSUM_LENGTH);
}

/** The first characters, to tell tokens apart on screen: four beyond our prefix, at most four of a free text. */
export const displayPrefix = (token: string): string =>
  token.slice(0, token.startsWith(TOKEN_PREFIX) ? TOKEN_PREFIX.length + 4 : 4);

/** What the database keeps of a token. No salt or slow hash: 192 random bits cannot be guessed from a digest. */
export const hashToken = (token: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(token, 'utf8').digest());
