import { AppError } from '@/lib/errors';

/** A header's value by its name in lower case; null when the request has none of that name. */
export type ReadHeader = (name: string) => string | null;

/** Headers that carry a token; the first that is there decides alone. */
const CREDENTIAL_HEADERS = ['authorization', 'x-api-key', 'dd-api-key'] as const;

/** What a 401 tells the sender to do. A token in the address is none of it: it would stand in access logs. */
export const CREDENTIAL_FORMS =
  'Authorization: Bearer TOKEN (or Basic with the token as password, or Splunk, ApiKey or Token TOKEN), or as X-API-Key or DD-API-KEY';

export const hasCredential = (readHeader: ReadHeader): boolean =>
  CREDENTIAL_HEADERS.some((name) => readHeader(name) !== null);

/** The token in the request's headers, null when none is meant to hold one. Throws `unauthenticated`, never with the value. */
export function findCredential(readHeader: ReadHeader): string | null {
  for (const name of CREDENTIAL_HEADERS) {
    const value = readHeader(name);
    if (value !== null) return tokenOf(name, value.trim());
  }
  return null;
}

/** Wider than RFC 6750: tokens of the environment are free texts, blanks and all. */
const TOKEN = /^[^\s\p{Cc}][^\p{Cc}]*$/u;
const SCHEME = /^(\S+) +(.+)$/s;

function tokenOf(name: (typeof CREDENTIAL_HEADERS)[number], value: string): string {
  const bytes = name === 'authorization' ? fromAuthorization(value) : value;
  // Header values arrive as one character a byte; what senders write there is UTF-8.
  const token = bytes === null ? '' : Buffer.from(bytes, 'latin1').toString('utf8');
  if (!TOKEN.test(token)) {
    throw new AppError(
      'unauthenticated',
      `The ${HEADER_TEXT[name]} header holds no token that can be read: send ${CREDENTIAL_FORMS}.`,
    );
  }
  return token;
}

const HEADER_TEXT = { authorization: 'Authorization', 'x-api-key': 'X-API-Key', 'dd-api-key': 'DD-API-KEY' } as const;

function fromAuthorization(value: string): string | null {
  const [, scheme = '', rest = ''] = SCHEME.exec(value) ?? [];
  switch (scheme.toLowerCase()) {
    case 'bearer':
    case 'splunk':
    case 'token':
      return rest;
    case 'basic':
      return fromBasic(rest);
    // Elasticsearch's clients encode `id:key`, or are given the encoded text and send it as it is.
    case 'apikey':
      return afterColon(decodeBase64(rest)) ?? rest;
    default:
      return null;
  }
}

/** RFC 7617; the name is free. Senders that know a name only give the token as that. */
function fromBasic(text: string): string | null {
  const pair = decodeBase64(text);
  const token = afterColon(pair);
  return token === '' ? (pair?.slice(0, -1) ?? null) : token;
}

const afterColon = (pair: string | null): string | null =>
  pair?.includes(':') ? pair.slice(pair.indexOf(':') + 1) : null;

/** One character a byte; null when it is no base64 (with or without padding, either alphabet) or no text. */
function decodeBase64(text: string): string | null {
  if (!/^[\w+/-]+={0,2}$/.test(text)) return null;
  const decoded = Buffer.from(text, 'base64').toString('latin1');
  return /[\0-\x08\x0a-\x1f\x7f]/.test(decoded) ? null : decoded;
}
