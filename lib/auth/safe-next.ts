/** Where people land who opened the sign-in page themselves. */
export const HOME_PATH = '/';

// Any origin would do: it only serves to check whether the path leaves it.
const BASE = 'http://netraven.invalid';

/**
 * The path to go to after signing in, or home. Only a path of this site passes: `//host`, `/\host`, schemes, control
 * characters (which browsers drop before parsing) and the sign-in page itself do not.
 */
export function safeNext(next: unknown): string {
  if (typeof next !== 'string' || !next.startsWith('/') || next.length > 2000) return HOME_PATH;
  if (/[\u0000-\u001f\u007f\\]/.test(next) || !URL.canParse(next, BASE)) return HOME_PATH;
  const url = new URL(next, BASE);
  if (url.origin !== BASE || url.pathname.startsWith('//')) return HOME_PATH;
  if (url.pathname === '/login' || url.pathname.startsWith('/api/')) return HOME_PATH;
  return url.pathname + url.search + url.hash;
}

/** The sign-in page's address that leads back to `path`. */
export const loginPath = (path: string): string => {
  const next = safeNext(path);
  return next === HOME_PATH ? '/login' : `/login?${new URLSearchParams({ next }).toString()}`;
};
