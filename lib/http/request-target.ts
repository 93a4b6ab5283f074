export type RequestTarget = {
  /** Segments of the path as sent; one trailing slash is not one. */
  raw: string[];
  decoded: string[];
  /** From the `?` on, or ''. */
  search: string;
};

/**
 * Reads the target of a request line, of which there are four forms (RFC 9112, 3.2): a path, and to proxies a whole
 * URL. Null when no address of ours can be meant: `*`, `//`, `.` and `..` (what they lead to differs between a server
 * and the proxy in front of it), percent codes that are no UTF-8.
 */
export function parseRequestTarget(target: string): RequestTarget | null {
  const text = withoutFragment(target).replace(/^https?:\/\/[^/?]*/i, '');
  const queryAt = text.indexOf('?');
  const path = queryAt === -1 ? text : text.slice(0, queryAt);
  const search = queryAt === -1 ? '' : text.slice(queryAt);
  if (path === '/' || (path === '' && text !== target)) return { raw: [''], decoded: [''], search };
  if (!path.startsWith('/') || path.includes('\\')) return null;
  const raw = path.replace(/\/$/, '').slice(1).split('/');
  const decoded = raw.map(decodeSegment);
  return decoded.every(isName) ? { raw, decoded, search } : null;
}

const withoutFragment = (target: string): string => {
  const at = target.indexOf('#');
  return at === -1 ? target : target.slice(0, at);
};

function decodeSegment(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

const isName = (segment: string | null): segment is string =>
  segment !== null && segment !== '' && segment !== '.' && segment !== '..' && !segment.includes('\0');
